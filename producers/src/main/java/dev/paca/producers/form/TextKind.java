package dev.paca.producers.form;

import dev.paca.problems.ProblemCode;

/** Codes, ids and references. Their lengths and characters are rules of the report itself. */
record TextKind() implements FieldKind {

  @Override
  public Reading read(String text) {
    // Half of a surrogate pair has no UTF-8: it would be stored as "?", in a key among others.
    return text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)
        ? new Reading.Wrong(ProblemCode.BAD_TEXT, "holds half of a surrogate pair")
        : new Reading.Value(text);
  }

  @Override
  public ProblemCode wrongCode() {
    return ProblemCode.BAD_TEXT;
  }

  @Override
  public Object standIn() {
    return "-";
  }

  @Override
  public String wanted() {
    return "text";
  }
}
