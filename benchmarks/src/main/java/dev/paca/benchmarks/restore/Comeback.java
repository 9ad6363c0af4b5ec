package dev.paca.benchmarks.restore;

/**
 * One start, in seconds from the start of the process.
 *
 * @param listening when it took questions: until then it is the JVM, its classes, and asking the
 *     broker for the topics
 * @param answered when it had answered with scores that cover the whole input
 * @param ready when {@code /health/ready} said so: all tasks run, all stores are restored
 * @param counted when a report that was published while it was away was counted
 * @param restored how long it said that stores are being restored
 */
record Comeback(double listening, double answered, double ready, double counted, double restored) {}
