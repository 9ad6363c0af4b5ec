package dev.paca.scoring.formula;

/** The two kinds of expression that formulas are made of once they are type-checked. */
final class Evaluation {
  private Evaluation() {}

  /** An int or a double of CEL, both exact. */
  @FunctionalInterface
  interface Numeric {
    Rational value(Sums sums);
  }

  /** A bool of CEL. */
  @FunctionalInterface
  interface Condition {
    boolean holds(Sums sums);
  }
}
