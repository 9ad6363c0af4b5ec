package dev.paca.streams.page.freshness;

import dev.paca.streams.query.FreshnessView.Newest;

/** How long nothing arrived, in five steps with fixed bounds. */
public enum Silence {
  /** Nobody ever reported. */
  NEVER(0, "silent-never"),
  WEEK(0, "silent-1"),
  MONTH(8, "silent-2"),
  /** Routine reports come every three months. */
  QUARTER(32, "silent-3"),
  HALF_YEAR(93, "silent-4"),
  LONGER(184, "silent-5");

  private final long fromDays;
  private final String css;

  Silence(long fromDays, String css) {
    this.fromDays = fromDays;
    this.css = css;
  }

  public static Silence of(Newest newest) {
    if (newest == null) {
      return NEVER;
    }
    Silence silence = WEEK;
    for (Silence next : values()) {
      if (next != NEVER && newest.receivedDaysAgo() >= next.fromDays) {
        silence = next;
      }
    }
    return silence;
  }

  /** Class in page.css. */
  public String css() {
    return css;
  }
}
