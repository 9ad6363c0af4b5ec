package dev.paca.streams.page.chart;

import java.math.BigDecimal;

/**
 * Five lightness steps of one hue with bounds that are the same every year, so that a tile that
 * darkens means a better total and never another scale.
 */
public enum Tone {
  NOTHING_YET(0, "t0"),
  BELOW_50(0, "t1"),
  FROM_50(50, "t2"),
  FROM_60(60, "t3"),
  FROM_70(70, "t4"),
  FROM_80(80, "t5");

  private final BigDecimal from;
  private final String css;

  Tone(int from, String css) {
    this.from = BigDecimal.valueOf(from);
    this.css = css;
  }

  public static Tone of(BigDecimal total) {
    Tone tone = BELOW_50;
    for (Tone next : values()) {
      if (next != NOTHING_YET && total.compareTo(next.from) >= 0) {
        tone = next;
      }
    }
    return tone;
  }

  /** Class in page.css; {@code t0} is hatched. */
  public String css() {
    return css;
  }
}
