package dev.paca.benchmarks.latency;

import org.HdrHistogram.Histogram;

/**
 * What so many took, ms.
 *
 * @param p50 half of them at most
 * @param p99 99 of 100 at most
 * @param p999 999 of 1,000 at most
 */
public record Percentiles(long count, double p50, double p99, double p999, double max) {
  private static final int DIGITS = 3;
  private static final double MICROS_PER_MS = 1_000;

  /** For microseconds, exact to three digits. */
  public static Histogram histogram() {
    return new Histogram(DIGITS);
  }

  /** Of a histogram of microseconds. */
  public static Percentiles of(Histogram micros) {
    return new Percentiles(
        micros.getTotalCount(),
        micros.getValueAtPercentile(50) / MICROS_PER_MS,
        micros.getValueAtPercentile(99) / MICROS_PER_MS,
        micros.getValueAtPercentile(99.9) / MICROS_PER_MS,
        micros.getMaxValue() / MICROS_PER_MS);
  }
}
