/** Processor time and memory of the processes that are measured. */
package dev.paca.benchmarks.process;
