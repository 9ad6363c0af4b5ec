/** What everybody must come to, and whether they do: checked before any figure is printed. */
package dev.paca.benchmarks.expected;
