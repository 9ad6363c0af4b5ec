package dev.paca.scoring.freshness;

import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * The highest of numbers that come and go, in bounded memory: only the {@value #KEPT} highest
 * distinct ones are kept. When all of these were taken back, it has to be told again.
 */
final class Highest {
  /** A correction takes one back; a scan for every eighth that hits the newest is seldom. */
  static final int KEPT = 8;

  private final TreeMap<Long, Integer> times = new TreeMap<>();
  private long dropped = Long.MIN_VALUE;

  void add(long number) {
    if (number > dropped) {
      times.merge(number, 1, Integer::sum);
      if (times.size() > KEPT) {
        dropped = times.pollFirstEntry().getKey();
      }
    }
  }

  /** Takes one back that was added. */
  void take(long number) {
    if (number > dropped) {
      times.computeIfPresent(number, (n, count) -> count == 1 ? null : count - 1);
    }
  }

  /** Empty where there is none, or where it is not known any more. */
  OptionalLong get() {
    return times.isEmpty() ? OptionalLong.empty() : OptionalLong.of(times.lastKey());
  }
}
