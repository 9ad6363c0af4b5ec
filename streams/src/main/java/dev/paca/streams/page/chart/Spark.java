package dev.paca.streams.page.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * A province's totals over the years on one small line, for all provinces on the same scale of
 * {@value #LOW} to {@value #HIGH} points; a year without a total breaks the line.
 *
 * @param totals oldest year first
 */
public record Spark(List<Optional<BigDecimal>> totals) {
  public static final int WIDTH = 48;
  public static final int HEIGHT = 14;
  static final int LOW = 40;
  static final int HIGH = 90;

  /** The line as an SVG path, empty when there are not two totals next to each other. */
  public String path() {
    StringBuilder path = new StringBuilder();
    for (int i = 1; i < totals.size(); i++) {
      if (totals.get(i - 1).isPresent() && totals.get(i).isPresent()) {
        path.append('M').append(x(i - 1)).append(' ').append(y(i - 1));
        path.append('L').append(x(i)).append(' ').append(y(i));
      }
    }
    return path.toString();
  }

  public boolean hasLast() {
    return !totals.isEmpty() && totals.get(totals.size() - 1).isPresent();
  }

  public String lastX() {
    return x(totals.size() - 1);
  }

  public String lastY() {
    return y(totals.size() - 1);
  }

  private String x(int i) {
    int steps = Math.max(1, totals.size() - 1);
    return String.valueOf(3 + (WIDTH - 6) * i / steps);
  }

  private String y(int i) {
    BigDecimal value =
        totals
            .get(i)
            .orElseThrow()
            .max(BigDecimal.valueOf(LOW))
            .min(BigDecimal.valueOf(HIGH))
            .subtract(BigDecimal.valueOf(LOW));
    BigDecimal up =
        value
            .multiply(BigDecimal.valueOf(HEIGHT - 4))
            .divide(BigDecimal.valueOf(HIGH - LOW), 1, RoundingMode.HALF_UP);
    return BigDecimal.valueOf(HEIGHT - 2).subtract(up).toPlainString();
  }
}
