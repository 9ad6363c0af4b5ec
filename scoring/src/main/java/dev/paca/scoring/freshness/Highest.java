package dev.paca.scoring.freshness;

import java.util.OptionalLong;

/**
 * The highest of numbers that come and go, in bounded memory: only the {@value #KEPT} highest
 * distinct ones are kept. When all of these were taken back, it has to be told again.
 */
final class Highest {
  /** A correction takes one back; a scan for every eighth that hits the newest is seldom. */
  static final int KEPT = 8;

  // Ascending, with how often each was added: a few numbers side by side, for every report asks.
  private final long[] numbers = new long[KEPT];
  private final int[] times = new int[KEPT];
  private int size;
  private long dropped = Long.MIN_VALUE;

  void add(long number) {
    if (number <= dropped) {
      return;
    }
    int above = above(number);
    if (above > 0 && numbers[above - 1] == number) {
      times[above - 1]++;
    } else if (size < KEPT) {
      for (int i = size; i > above; i--) {
        put(i, numbers[i - 1], times[i - 1]);
      }
      size++;
      put(above, number, 1);
    } else if (above == 0) {
      dropped = number;
    } else {
      dropped = numbers[0];
      close(0, above - 1);
      put(above - 1, number, 1);
    }
  }

  /** Takes one back that was added. */
  void take(long number) {
    int at = above(number) - 1;
    if (at >= 0 && numbers[at] == number) {
      times[at]--;
      if (times[at] == 0) {
        size--;
        close(at, size);
      }
    }
  }

  /** Moves those above {@code from} down, so that {@code to} is free. */
  private void close(int from, int to) {
    for (int i = from; i < to; i++) {
      put(i, numbers[i + 1], times[i + 1]);
    }
  }

  /** Where the numbers that are higher begin; what comes is mostly among the highest. */
  private int above(long number) {
    int above = size;
    while (above > 0 && numbers[above - 1] > number) {
      above--;
    }
    return above;
  }

  private void put(int at, long number, int count) {
    numbers[at] = number;
    times[at] = count;
  }

  /** Empty where there is none, or where it is not known any more. */
  OptionalLong get() {
    return size == 0 ? OptionalLong.empty() : OptionalLong.of(numbers[size - 1]);
  }
}
