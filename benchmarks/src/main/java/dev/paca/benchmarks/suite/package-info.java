/**
 * The parts of {@code paca bench}, in the order in which they run, and what they share: sizes, and
 * the ground that is laid once for all that can stand on it.
 */
package dev.paca.benchmarks.suite;
