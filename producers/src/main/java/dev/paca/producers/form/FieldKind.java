package dev.paca.producers.form;

import dev.paca.problems.ProblemCode;
import java.util.Locale;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/** How the text of a field is read; derived from the field's Avro schema. */
sealed interface FieldKind permits TextKind, WholeNumberKind, DateKind, PointsKind, ChoiceKind {

  /**
   * Reads stated text.
   *
   * @param text without surrounding space, not empty, in NFC
   */
  Reading read(String text);

  /** Whether a source that tells numbers from text may state this field as a number. */
  default boolean takesNumbers() {
    return false;
  }

  /** What a value of this field is called when it cannot be read. */
  ProblemCode wrongCode();

  /** A valid value that breaks no rule, put where a field is wrong so that the rest is checked. */
  Object standIn();

  /** What a field of this kind takes, for people: {@code a date as 2022-12-15}. */
  String wanted();

  /**
   * The kind of a field.
   *
   * @throws IllegalArgumentException for a schema that no report has
   */
  static FieldKind of(Schema schema) {
    Schema stated = stated(schema);
    LogicalType logical = stated.getLogicalType();
    return switch (stated.getType()) {
      case STRING -> new TextKind();
      case LONG -> new WholeNumberKind(Long.MAX_VALUE);
      case INT ->
          logical instanceof LogicalTypes.Date
              ? new DateKind()
              : new WholeNumberKind(Integer.MAX_VALUE);
      case ENUM -> new ChoiceKind(enumClass(stated));
      case BYTES ->
          new PointsKind(
              ((LogicalTypes.Decimal) logical).getPrecision(),
              ((LogicalTypes.Decimal) logical).getScale());
      default -> throw new IllegalArgumentException("no form for the Avro type " + stated);
    };
  }

  /** The schema of a stated value: the other branch of a union with null. */
  static Schema stated(Schema schema) {
    return schema.isUnion() ? schema.getTypes().get(1) : schema;
  }

  private static Class<?> enumClass(Schema schema) {
    return SpecificData.get().getClass(schema);
  }

  /** The answer to text that is no value of this kind. */
  default Reading.Wrong wrong(String found, String message) {
    return new Reading.Wrong(wrongCode(), quote(found) + " " + message);
  }

  /** A value as messages show it: short, on one line. */
  static String quote(String found) {
    String line = found.replaceAll("\\p{Cntrl}", "\uFFFD");
    int longest = 60;
    return line.codePointCount(0, line.length()) <= longest
        ? '"' + line + '"'
        : '"' + line.substring(0, line.offsetByCodePoints(0, longest)) + "…\"";
  }

  static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
