package dev.paca.streams.page.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Points of a maximum as a bar of {@value #WIDTH} units, with a mark at the mean and one at last
 * year's points.
 */
public record Bar(
    BigDecimal points,
    BigDecimal max,
    Fill fill,
    Optional<BigDecimal> mean,
    Optional<BigDecimal> before) {
  public static final int WIDTH = 120;

  public static Bar of(BigDecimal points, BigDecimal max, String basis, BigDecimal mean) {
    return new Bar(points, max, Fill.of(basis), Optional.ofNullable(mean), Optional.empty());
  }

  public Bar and(BigDecimal lastYear) {
    return new Bar(points, max, fill, mean, Optional.ofNullable(lastYear));
  }

  /** At least a line: no points are not the same as nothing yet. */
  public String length() {
    String length = at(points);
    return length.startsWith("0") ? "1" : length;
  }

  public String meanAt() {
    return at(mean.orElse(BigDecimal.ZERO));
  }

  public String beforeAt() {
    return at(before.orElse(BigDecimal.ZERO));
  }

  private String at(BigDecimal value) {
    if (value == null || max.signum() <= 0) {
      return "0";
    }
    BigDecimal place =
        value.multiply(BigDecimal.valueOf(WIDTH)).divide(max, 1, RoundingMode.HALF_UP);
    return place.max(BigDecimal.ZERO).min(BigDecimal.valueOf(WIDTH)).toPlainString();
  }
}
