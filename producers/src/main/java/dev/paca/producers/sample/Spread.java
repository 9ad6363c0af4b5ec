package dev.paca.producers.sample;

import java.util.List;

/** Shares out an exact sum of hundredths of a point among places with limits. */
final class Spread {
  private Spread() {}

  /** What a place would get, and may get at least and at most; hundredths of a point. */
  record Slot(long wish, long least, long most) {
    long kept(long value) {
      return Math.max(least, Math.min(most, value));
    }
  }

  /**
   * Wishes kept within their limits, then moved together until they add up.
   *
   * @throws IllegalArgumentException when the limits leave no way
   */
  static long[] of(long sum, List<Slot> slots) {
    long[] shares = slots.stream().mapToLong(slot -> slot.kept(slot.wish())).toArray();
    long missing = sum;
    for (long share : shares) {
      missing -= share;
    }
    while (missing != 0) {
      long step = missing / slots.size() != 0 ? missing / slots.size() : Long.signum(missing);
      long before = missing;
      for (int i = 0; i < shares.length && missing != 0; i++) {
        long moved = slots.get(i).kept(shares[i] + step);
        missing -= moved - shares[i];
        shares[i] = moved;
      }
      if (missing == before) {
        throw new IllegalArgumentException("limits leave " + missing + " of " + sum + " over");
      }
    }
    return shares;
  }
}
