package dev.paca.producers.form;

import dev.paca.problems.Problem;
import dev.paca.problems.ProblemCode;
import java.text.Normalizer;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/**
 * One field of a form.
 *
 * @param required it has no default and may not be left blank
 */
record FormField(Schema.Field schema, FieldKind kind, boolean required) {

  static FormField of(Schema.Field field) {
    return new FormField(field, FieldKind.of(field.schema()), !field.hasDefaultValue());
  }

  String name() {
    return schema.name();
  }

  int position() {
    return schema.pos();
  }

  /** The value that blank means; empty for null, which is "not stated". */
  Optional<Object> whenBlank() {
    // The default of an enum comes as its generated constant.
    return Optional.ofNullable(SpecificData.get().getDefaultValue(schema));
  }

  Reading read(Entry entry) {
    if (entry instanceof Entry.Unreadable unreadable) {
      return new Reading.Wrong(unreadable.code(), unreadable.message());
    }
    if (entry instanceof Entry.Foreign foreign) {
      return new Reading.Wrong(
          kind.wrongCode(), "is " + foreign.what() + "; give " + kind.wanted());
    }
    if (entry instanceof Entry.Numeral number) {
      return kind.takesNumbers() ? kind.read(number.literal()) : numberForText(number.literal());
    }
    return kind.read(stated(entry));
  }

  /**
   * The text of an entry without surrounding space, composed, so that equal looks equal; a question
   * mark for what is no text.
   */
  static String stated(Entry entry) {
    if (!(entry instanceof Entry.Text text)) {
      return "?";
    }
    String value = text.text();
    int from = 0;
    int to = value.length();
    while (from < to && isSpace(value.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(value.charAt(to - 1))) {
      to--;
    }
    return Normalizer.normalize(value.substring(from, to), Normalizer.Form.NFC);
  }

  /** Spreadsheets leave no-break spaces and byte order marks behind. */
  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF';
  }

  private Reading numberForText(String literal) {
    return new Reading.Wrong(
        kind.wrongCode(), literal + " is a number; write " + kind.wanted() + " in quotes");
  }

  Problem missing() {
    return new Problem(name(), ProblemCode.MISSING_FIELD, "is not stated; give " + kind.wanted());
  }
}
