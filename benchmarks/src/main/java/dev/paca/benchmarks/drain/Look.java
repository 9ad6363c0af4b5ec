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
