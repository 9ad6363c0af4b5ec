/** Where a process that measures, or is measured, finds the repository's files. */
package dev.paca.benchmarks.checkout;
