package dev.paca.streams.page.language;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * Numbers as a language writes them: {@code 72,46} and {@code 1.234.567} in Vietnamese, {@code
 * 72.46} and {@code 1,234,567} in English.
 */
final class Numbers {
  private static final char MINUS = '\u2212';

  private final Language language;

  Numbers(Language language) {
    this.language = language;
  }

  /** Two decimals, half-up: what is published has no more. */
  String points(BigDecimal points) {
    return decimal(points.setScale(2, RoundingMode.HALF_UP));
  }

  /** With its sign, so that a gap is never taken for a total; nothing apart is {@code ±0,00}. */
  String gap(BigDecimal gap) {
    BigDecimal rounded = gap.setScale(2, RoundingMode.HALF_UP);
    String size = decimal(rounded.abs());
    return switch (rounded.signum()) {
      case 1 -> "+" + size;
      case -1 -> MINUS + size;
      default -> "±" + size;
    };
  }

  String decimal(BigDecimal value) {
    BigDecimal size = value.abs();
    String grouped = grouped(size.toBigInteger());
    if (value.scale() > 0) {
      String plain = size.toPlainString();
      grouped += language.decimal() + plain.substring(plain.indexOf('.') + 1);
    }
    return value.signum() < 0 ? MINUS + grouped : grouped;
  }

  String whole(Number value) {
    return decimal(new BigDecimal(value.toString()));
  }

  private String grouped(BigInteger value) {
    StringBuilder digits = new StringBuilder(value.toString());
    for (int i = digits.length() - 3; i > 0; i -= 3) {
      digits.insert(i, language.group());
    }
    return digits.toString();
  }
}
