/**
 * The inputs of every benchmark: drawn reports as they come from Kafka, the national sample, the
 * repository's rubrics.
 */
package dev.paca.benchmarks.workload;
