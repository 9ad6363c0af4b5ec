package dev.paca.benchmarks.growth;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A stretch of the drain, up to so many committed reports.
 *
 * @param reports committed at its end
 * @param perSecond reports, within the window
 * @param megabytes resident at its end
 * @param heapMegabytes used of the heap at its end, garbage included
 */
record Window(long reports, double perSecond, long megabytes, long heapMegabytes) {
  /** Of 8 million reports: 0.5, 1, 2, 4 and 8 million. */
  private static final int HALVINGS = 4;

  /** Which window others are compared with: of 8 million reports, the one that ends at 1. */
  private static final int COMPARED = 1;

  /** Fewer reports are drained while a JVM compiles, and say nothing of growth. */
  private static final long FEWEST = 1_000_000;

  /** Where windows end: a sixteenth, an eighth, a quarter, a half and all. */
  static List<Long> ends(long total) {
    return IntStream.rangeClosed(0, HALVINGS)
        .mapToObj(i -> total >> (HALVINGS - i))
        .distinct()
        .filter(end -> end > 0)
        .toList();
  }

  /** The last window's rate beside that of the window ending at an eighth. */
  static double ratio(List<Window> windows) {
    return windows.size() <= COMPARED
        ? Double.NaN
        : windows.get(windows.size() - 1).perSecond() / windows.get(COMPARED).perSecond();
  }

  /** Whether the rates of a drain of so many reports say whether it slows down. */
  static boolean tells(List<Window> windows) {
    return windows.size() > COMPARED && windows.get(windows.size() - 1).reports() >= FEWEST;
  }
}
