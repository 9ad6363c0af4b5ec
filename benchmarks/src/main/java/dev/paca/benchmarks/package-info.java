/**
 * How fast Paca is. {@code workload} has the inputs, drawn from seeds; {@code core} measures the
 * pure core with JMH; {@code result} writes the figures beside their targets.
 */
package dev.paca.benchmarks;
