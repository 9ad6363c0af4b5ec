package dev.paca.streams.page.chart;

import java.math.BigDecimal;

/**
 * Five lightness steps of one hue with bounds that are the same every year, so that a tile that
 * darkens means a better total and never another scale.
 */
public enum Tone {
  NOTHING_YET(0),
  BELOW_50(0),
  FROM_50(50),
  FROM_60(60),
  FROM_70(70),
  FROM_80(80);

  private final BigDecimal from;

  Tone(int from) {
    this.from = BigDecimal.valueOf(from);
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
    return "t" + ordinal();
  }
}
