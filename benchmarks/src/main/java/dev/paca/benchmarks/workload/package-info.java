/**
 * The inputs of every benchmark: reports of all types drawn from a seed, with corrections,
 * duplicates and retractions; the national sample; the repository's rubrics.
 */
package dev.paca.benchmarks.workload;
