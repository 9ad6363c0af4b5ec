package dev.paca.streams.scoring;

import java.util.HashMap;
import java.util.Map;

/** By which publications of rubrics the tallies that partitions told were placed. */
final class PlacedTallies {
  /** Of a tally that was not told before. */
  static final long NOWHERE = Long.MIN_VALUE;

  private record YearPlacedBy(int year, long publication) {}

  private final Map<YearPlacedBy, Integer> placed = new HashMap<>();
  private long newest = -1;

  /**
   * A tally is told.
   *
   * @param before by which publication it was placed when it was told last, or {@link #NOWHERE}
   * @param now offset of the newest of the rubrics by which it is placed; -1 for none
   */
  void told(int year, long before, long now) {
    if (before != NOWHERE) {
      placed.merge(new YearPlacedBy(year, before), -1, Integer::sum);
    }
    placed.merge(new YearPlacedBy(year, now), 1, Integer::sum);
    newest = Math.max(newest, now);
  }

  /** How many of a year's tallies, by province and partition, are placed by this publication. */
  int by(int year, long publication) {
    return placed.getOrDefault(new YearPlacedBy(year, publication), 0);
  }

  /** The newest publication by which anything was ever placed; -1 before any. */
  long newest() {
    return newest;
  }
}
