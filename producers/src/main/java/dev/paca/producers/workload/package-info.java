/**
 * Reports without end, drawn from a seed as agencies publish them: of all types and provinces, with
 * corrections, repeats and retractions. Benchmarks and the suite of faults are fed with them.
 */
package dev.paca.producers.workload;
