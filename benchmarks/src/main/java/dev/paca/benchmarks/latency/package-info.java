/**
 * How long after its acknowledgement a report is in the score: for a reader of what was committed,
 * and for whoever asks the query service. Reports are published at a steady rate.
 */
package dev.paca.benchmarks.latency;
