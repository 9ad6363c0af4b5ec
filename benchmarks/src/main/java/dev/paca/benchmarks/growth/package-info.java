/** Whether a drain keeps its pace, and its memory, while the ledger grows. */
package dev.paca.benchmarks.growth;
