package dev.paca.producers.form;

import dev.paca.problems.ProblemCode;

/** What stands in one place of a form before it is read. */
public sealed interface Entry {

  /** Nothing stated. */
  Entry BLANK = new Text("");

  /** Text as typed; blank text states nothing. */
  record Text(String text) implements Entry {}

  /**
   * A number that its source marks as one.
   *
   * @param literal as written, so that {@code 1.0} and {@code 1e3} can be told from {@code 1}
   */
  record Numeral(String literal) implements Entry {}

  /**
   * Something of another kind than any field takes.
   *
   * @param what in words: {@code an array}, {@code true}
   */
  record Foreign(String what) implements Entry {}

  /**
   * Something that states no value, such as bytes that are no UTF-8 or a spreadsheet's {@code
   * #REF!}.
   */
  record Unreadable(ProblemCode code, String message) implements Entry {}

  static Entry text(String text) {
    return new Text(text);
  }
}
