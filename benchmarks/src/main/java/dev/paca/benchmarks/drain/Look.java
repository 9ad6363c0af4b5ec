package dev.paca.benchmarks.drain;

import java.util.concurrent.TimeUnit;

/**
 * How far a drain was at one moment, and what it had cost by then.
 *
 * @param nanos of {@link System#nanoTime}
 * @param committed reports
 * @param cpu seconds of its processes
 * @param brokerCpu seconds
 */
public record Look(long nanos, long committed, double cpu, double brokerCpu) {
  /** Of all reports; the last few that are left say nothing of a rate. */
  public static final double ENOUGH = 0.3;

  /** Whether so much was committed since an earlier look that a rate says something. */
  public boolean enoughSince(Look before, long records) {
    return committed - before.committed >= ENOUGH * records;
  }

  /** Reports a second since an earlier look; NaN where nothing was committed in between. */
  public double rateSince(Look before) {
    return committed == before.committed
        ? Double.NaN
        : (committed - before.committed) / secondsSince(before);
  }

  public double secondsSince(Look before) {
    return (nanos - before.nanos) / (double) TimeUnit.SECONDS.toNanos(1);
  }
}
