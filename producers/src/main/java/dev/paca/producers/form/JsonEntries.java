package dev.paca.producers.form;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.paca.problems.ProblemCode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** How a JSON object fills in a form. */
public final class JsonEntries {
  private JsonEntries() {}

  /**
   * The members of the object that the parser stands at the start of; it then stands at its end.
   *
   * @throws com.fasterxml.jackson.core.JsonProcessingException where it is no JSON
   */
  public static Map<String, Entry> of(JsonParser parser) throws IOException {
    Map<String, Entry> entries = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      Entry entry = entry(parser);
      if (entries.put(name, entry) != null) {
        entries.put(
            name, new Entry.Unreadable(ProblemCode.BAD_REQUEST, "is stated twice in one report"));
      }
    }
    return entries;
  }

  private static Entry entry(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_STRING -> Entry.text(parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Entry.Numeral(parser.getText());
      case VALUE_NULL -> Entry.BLANK;
      default -> {
        String what = what(parser);
        parser.skipChildren();
        yield new Entry.Foreign(what);
      }
    };
  }

  /** What the parser stands at, in words: {@code an array}. */
  public static String what(JsonParser parser) {
    JsonToken token = parser.currentToken();
    if (token == null) {
      return "empty";
    }
    return switch (token) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "an array";
      case VALUE_STRING -> "a text";
      case VALUE_TRUE -> "true";
      case VALUE_FALSE -> "false";
      case VALUE_NULL -> "null";
      default -> "a number";
    };
  }
}
