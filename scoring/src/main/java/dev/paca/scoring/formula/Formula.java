package dev.paca.scoring.formula;

import dev.paca.scoring.measure.Measures;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * A compiled formula. Evaluation is a pure function of the measures; it has no loops, so its cost
 * is bounded by its length, which {@link FormulaCompiler} bounds.
 */
public final class Formula {
  /** Why a formula gives no points, in both languages; the name is stable. */
  public enum Problem {
    DIVISION_BY_ZERO("phép chia cho số 0", "division by zero");

    private final String vi;
    private final String en;

    Problem(String vi, String en) {
      this.vi = vi;
      this.en = en;
    }

    public String vi() {
      return vi;
    }

    public String en() {
      return en;
    }
  }

  /**
   * @param points rounded half-up to two decimals; empty when {@code problem} says why
   */
  public record Result(Optional<BigDecimal> points, Optional<Problem> problem) {}

  private final String text;
  private final List<String> measures;
  private final BitSet indices = new BitSet(Measures.count());
  private final Evaluation.Numeric points;

  Formula(String text, List<String> measures, Evaluation.Numeric points) {
    this.text = text;
    this.measures = List.copyOf(measures);
    measures.forEach(name -> Measures.index(name).ifPresent(indices::set));
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

  /** Whether it reads one of these, by their index in the catalogue. */
  public boolean readsAnyOf(BitSet measures) {
    return indices.intersects(measures);
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
      return new Result(Optional.empty(), Optional.of(Problem.DIVISION_BY_ZERO));
    }
  }
}
