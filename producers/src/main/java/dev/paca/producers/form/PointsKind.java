package dev.paca.producers.form;

import dev.paca.problems.ProblemCode;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Points: zero or more, the decimals after a dot. */
record PointsKind(int precision, int scale) implements FieldKind {
  private static final Pattern DECIMAL = Pattern.compile("[0-9]+(\\.[0-9]+)?");
  private static final Pattern COMMA = Pattern.compile("[0-9]+,[0-9]+");

  @Override
  public Reading read(String text) {
    if (COMMA.matcher(text).matches()) {
      return wrong(text, "has a comma; write the decimals after a dot, " + text.replace(',', '.'));
    }
    if (!DECIMAL.matcher(text).matches()) {
      return wrong(text, "is not a number of points, such as 7.25");
    }
    // The point can stand only among this many characters; longer text is not worth parsing.
    int longest = 2 * precision + 1;
    BigDecimal points = text.length() > longest ? null : new BigDecimal(text).stripTrailingZeros();
    if (points == null || points.precision() - points.scale() > precision - scale) {
      return wrong(text, "is too large or too long; at most " + largest());
    }
    if (points.scale() > scale) {
      return wrong(text, "has more than " + scale + " decimals; points are published with two");
    }
    return new Reading.Value(points.setScale(scale));
  }

  private BigDecimal largest() {
    return BigDecimal.TEN.pow(precision).subtract(BigDecimal.ONE).movePointLeft(scale);
  }

  @Override
  public boolean takesNumbers() {
    return true;
  }

  @Override
  public ProblemCode wrongCode() {
    return ProblemCode.BAD_POINTS;
  }

  @Override
  public Object standIn() {
    return BigDecimal.ZERO.setScale(scale);
  }

  @Override
  public String wanted() {
    return "points with at most " + scale + " decimals";
  }
}
