package dev.paca.producers.form;

import dev.paca.problems.ProblemCode;
import java.util.regex.Pattern;

/**
 * A count, an amount or a year: digits only.
 *
 * @param largest the largest that the field holds; an {@code int} field when it fits one
 */
record WholeNumberKind(long largest) implements FieldKind {
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");
  private static final Pattern NEGATIVE = Pattern.compile("[-\u2212][0-9]+");
  // 1.234 is a thousand and more in Vietnamese and one and a bit in English: never guess.
  private static final Pattern GROUPED = Pattern.compile("[0-9]{1,3}([.,' \u00a0\u202f][0-9]{3})+");
  private static final Pattern FRACTION = Pattern.compile("[-+]?[0-9]*[.,][0-9]+");
  private static final Pattern SCIENTIFIC = Pattern.compile("[-+]?[0-9.,]+[eE][-+]?[0-9]+");

  @Override
  public Reading read(String text) {
    if (DIGITS.matcher(text).matches()) {
      return inRange(text);
    }
    if (NEGATIVE.matcher(text).matches()) {
      return wrong(text, "is below zero; a number is zero or more");
    }
    if (GROUPED.matcher(text).matches()) {
      return wrong(
          text, "holds separators; write digits only, such as " + text.replaceAll("[^0-9]", ""));
    }
    if (FRACTION.matcher(text).matches()) {
      return wrong(text, "has a fraction; a number is whole, such as 15");
    }
    if (SCIENTIFIC.matcher(text).matches()) {
      return wrong(text, "is in scientific notation; write all its digits");
    }
    return wrong(text, "is not a whole number; write digits only, or nothing when not stated");
  }

  private Reading inRange(String digits) {
    try {
      long value = Long.parseLong(digits);
      if (value <= largest) {
        return new Reading.Value(typed(value));
      }
    } catch (NumberFormatException tooLong) {
      // Falls through to the same answer as any other number that is too large.
    }
    return wrong(digits, "is too large; at most " + largest);
  }

  private Object typed(long value) {
    // No conditional expression: it would turn the Integer into a Long.
    if (largest == Integer.MAX_VALUE) {
      return (int) value;
    }
    return value;
  }

  @Override
  public boolean takesNumbers() {
    return true;
  }

  @Override
  public ProblemCode wrongCode() {
    return ProblemCode.BAD_NUMBER;
  }

  @Override
  public Object standIn() {
    // A year passes wherever a number does.
    return typed(2022);
  }

  @Override
  public String wanted() {
    return "a whole number";
  }
}
