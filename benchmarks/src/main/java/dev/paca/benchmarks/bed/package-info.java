/**
 * What everything is measured on: one broker, a registry, topics and rubrics, and the input, loaded
 * once. Who drains it leaves it as it was.
 */
package dev.paca.benchmarks.bed;
