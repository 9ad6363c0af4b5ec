package dev.paca.scoring.formula;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A compiled formula. Evaluation is a pure function of the measures; it has no loops, so its cost
 * is bounded by its length, which {@link FormulaCompiler} bounds.
 */
public final class Formula {
  /**
   * @param points rounded half-up to two decimals; empty when {@code problem} says why
   */
  public record Result(Optional<BigDecimal> points, Optional<String> problem) {}

  private final String text;
  private final List<String> measures;
  private final Evaluation.Numeric points;

  Formula(String text, List<String> measures, Evaluation.Numeric points) {
    this.text = text;
    this.measures = List.copyOf(measures);
    this.points = points;
  }

  /** As written in the rubric. */
  public String text() {
    return text;
  }

  /** Names of the measures it reads, in order of first appearance. */
  public List<String> measures() {
    return measures;
  }

  /** Points clamped to {@code 0..max}, then rounded once. */
  public Result evaluate(Sums sums, BigDecimal max) {
    try {
      Rational raw = points.value(sums);
      Rational upper = Rational.of(max);
      Rational clamped =
          raw.compareTo(Rational.ZERO) < 0 ? Rational.ZERO : raw.compareTo(upper) > 0 ? upper : raw;
      return new Result(Optional.of(clamped.rounded(2)), Optional.empty());
    } catch (Rational.DivisionByZero e) {
      return new Result(Optional.empty(), Optional.of("division by zero"));
    }
  }
}
