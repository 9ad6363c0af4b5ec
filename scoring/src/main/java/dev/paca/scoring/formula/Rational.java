package dev.paca.scoring.formula;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** An exact fraction; {@code denominator} is positive. Whole numbers have denominator 1. */
record Rational(BigInteger numerator, BigInteger denominator) implements Comparable<Rational> {
  static final Rational ZERO = of(BigInteger.ZERO);

  static Rational of(BigInteger whole) {
    return new Rational(whole, BigInteger.ONE);
  }

  /** The value as it is written: 0.1 is one tenth. */
  static Rational of(BigDecimal written) {
    return written.scale() <= 0
        ? of(written.toBigIntegerExact())
        : reduced(written.unscaledValue(), BigInteger.TEN.pow(written.scale()));
  }

  private static Rational reduced(BigInteger numerator, BigInteger denominator) {
    BigInteger divisor = numerator.gcd(denominator);
    if (denominator.signum() < 0) {
      divisor = divisor.negate();
    }
    return new Rational(numerator.divide(divisor), denominator.divide(divisor));
  }

  boolean isWhole() {
    return denominator.equals(BigInteger.ONE);
  }

  Rational plus(Rational other) {
    if (isWhole() && other.isWhole()) {
      return of(numerator.add(other.numerator));
    }
    return reduced(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  Rational negate() {
    return new Rational(numerator.negate(), denominator);
  }

  Rational times(Rational other) {
    if (isWhole() && other.isWhole()) {
      return of(numerator.multiply(other.numerator));
    }
    return reduced(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  /** Exact quotient; throws {@link DivisionByZero}. */
  Rational over(Rational other) {
    if (other.numerator.signum() == 0) {
      throw new DivisionByZero();
    }
    return reduced(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
  }

  /** CEL's division of ints: towards zero. */
  Rational wholeOver(Rational other) {
    if (other.numerator.signum() == 0) {
      throw new DivisionByZero();
    }
    return of(numerator.divide(other.numerator));
  }

  /** CEL's remainder of ints: the sign of the dividend. */
  Rational remainder(Rational other) {
    if (other.numerator.signum() == 0) {
      throw new DivisionByZero();
    }
    return of(numerator.remainder(other.numerator));
  }

  /** Towards zero. */
  Rational truncated() {
    return isWhole() ? this : of(numerator.divide(denominator));
  }

  /** Rounded once, half up (away from zero for negatives). */
  BigDecimal rounded(int scale) {
    return new BigDecimal(numerator)
        .divide(new BigDecimal(denominator), scale, RoundingMode.HALF_UP);
  }

  @Override
  public int compareTo(Rational other) {
    if (denominator.equals(other.denominator)) {
      return numerator.compareTo(other.numerator);
    }
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  /** A formula divided by zero: its author did not treat the case. */
  static final class DivisionByZero extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DivisionByZero() {
      super("division by zero", null, false, false);
    }
  }
}
