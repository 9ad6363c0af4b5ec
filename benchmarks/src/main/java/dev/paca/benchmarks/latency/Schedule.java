package dev.paca.benchmarks.latency;

import java.util.concurrent.TimeUnit;

/**
 * When each report is due. A report that is sent late has kept its reader waiting since it was due:
 * counted from its sending, a publisher that stalls would hide just the stalls (coordinated
 * omission).
 *
 * @param start of {@link System#nanoTime}
 * @param perSecond reports
 */
record Schedule(long start, int perSecond) {

  /** The moment at which the report of this number, from 0 on, is to be sent. */
  long due(long number) {
    long seconds = number / perSecond;
    long within = number % perSecond;
    return start + TimeUnit.SECONDS.toNanos(seconds) + TimeUnit.SECONDS.toNanos(within) / perSecond;
  }

  /**
   * When a report would have been acknowledged, had it been sent when it was due.
   *
   * @param sent when it was sent
   * @param acknowledged when it was acknowledged
   */
  long acknowledgedOnTime(long number, long sent, long acknowledged) {
    return acknowledged - Math.max(0, sent - due(number));
  }
}
