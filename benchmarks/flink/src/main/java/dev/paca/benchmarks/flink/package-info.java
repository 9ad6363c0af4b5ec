/**
 * The peer on Apache Flink, in a module of its own: Flink's RocksDB has the class names of the one
 * that Kafka Streams uses, so the two cannot lie on one class path.
 */
package dev.paca.benchmarks.flink;
