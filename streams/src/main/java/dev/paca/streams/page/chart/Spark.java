package dev.paca.streams.page.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * A province's totals over the years on one small line; a year without a total breaks the line.
 *
 * @param totals oldest year first
 * @param low bottom of the scale, the same for all provinces of a ranking
 * @param high top of the scale
 */
public record Spark(List<Optional<BigDecimal>> totals, BigDecimal low, BigDecimal high) {
  public static final int WIDTH = 48;
  public static final int HEIGHT = 14;

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
    BigDecimal range = high.subtract(low);
    if (range.signum() <= 0) {
      return String.valueOf(HEIGHT / 2);
    }
    BigDecimal up =
        totals
            .get(i)
            .orElseThrow()
            .subtract(low)
            .multiply(BigDecimal.valueOf(HEIGHT - 4))
            .divide(range, 1, RoundingMode.HALF_UP);
    return BigDecimal.valueOf(HEIGHT - 2).subtract(up).toPlainString();
  }
}
