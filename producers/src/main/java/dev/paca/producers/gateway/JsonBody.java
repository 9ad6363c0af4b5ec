package dev.paca.producers.gateway;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.paca.problems.Problem;
import dev.paca.problems.ProblemCode;
import dev.paca.producers.form.Entry;
import dev.paca.producers.form.JsonEntries;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the reports of a body; where it is no JSON, says the line and the column. */
final class JsonBody {
  private static final JsonFactory JSON = new JsonFactory();

  private JsonBody() {}

  /** One report of a body. */
  sealed interface Item {

    /** An object's members by name. */
    record Fields(Map<String, Entry> entries) implements Item {}

    /** Something else than an object, or a line that is no JSON. */
    record Broken(Problem problem) implements Item {}
  }

  /**
   * A body's reports.
   *
   * @param single one object by itself, which is answered by itself
   */
  record Reports(boolean single, List<Item> items) {}

  /**
   * Reads one object or an array of objects.
   *
   * @throws RequestRefused with 400 for anything else
   */
  static Reports json(byte[] body) {
    String text =
        Utf8.decode(body)
            .orElseThrow(() -> new RequestRefused(400, ProblemCode.NOT_UTF8, Utf8.whereNot(body)));
    try (JsonParser parser = JSON.createParser(text)) {
      JsonToken first = parser.nextToken();
      if (first != JsonToken.START_OBJECT && first != JsonToken.START_ARRAY) {
        throw bad(
            "the body is "
                + JsonEntries.what(parser)
                + "; send a report as an object, or an array");
      }
      boolean single = first == JsonToken.START_OBJECT;
      List<Item> items =
          single ? List.of(new Item.Fields(JsonEntries.of(parser))) : elements(parser);
      if (parser.nextToken() != null) {
        throw bad(
            "something follows the JSON at "
                + place(parser.currentTokenLocation(), 0)
                + "; send several reports as an array or as application/x-ndjson");
      }
      return new Reports(single, notEmpty(items));
    } catch (JsonProcessingException malformed) {
      throw bad("the body is not JSON from " + place(malformed.getLocation(), 0) + " on");
    } catch (IOException e) {
      throw new AssertionError("a text in memory is always readable", e);
    }
  }

  /** Reads one object a line; empty lines do not count, a broken line spoils only itself. */
  static Reports lines(byte[] body) {
    List<Item> items = new ArrayList<>();
    int line = 0;
    int from = 0;
    for (int at = 0; at <= body.length; at++) {
      if (at == body.length || body[at] == '\n') {
        line++;
        byte[] bytes = java.util.Arrays.copyOfRange(body, from, at);
        from = at + 1;
        if (!isBlank(bytes)) {
          items.add(line(bytes, line));
        }
      }
    }
    return new Reports(false, notEmpty(items));
  }

  private static boolean isBlank(byte[] line) {
    for (byte b : line) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }

  private static Item line(byte[] bytes, int line) {
    if (Utf8.decode(bytes).isEmpty()) {
      return broken(ProblemCode.NOT_UTF8, "line " + line + ": " + Utf8.whereNot(bytes));
    }
    try (JsonParser parser = JSON.createParser(Utf8.decode(bytes).get())) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return broken(
            ProblemCode.BAD_REQUEST,
            "line " + line + " is " + JsonEntries.what(parser) + "; one object a line");
      }
      Map<String, Entry> members = JsonEntries.of(parser);
      return parser.nextToken() == null
          ? new Item.Fields(members)
          : broken(ProblemCode.BAD_REQUEST, "line " + line + " goes on after its object");
    } catch (JsonProcessingException malformed) {
      String where = place(malformed.getLocation(), line - 1);
      return broken(ProblemCode.BAD_REQUEST, "this is not JSON from " + where + " on");
    } catch (IOException e) {
      throw new AssertionError("a text in memory is always readable", e);
    }
  }

  private static List<Item> elements(JsonParser parser) throws IOException {
    List<Item> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() == JsonToken.START_OBJECT) {
        items.add(new Item.Fields(JsonEntries.of(parser)));
      } else {
        items.add(
            broken(
                ProblemCode.BAD_REQUEST,
                "this is " + JsonEntries.what(parser) + ", not an object"));
        parser.skipChildren();
      }
    }
    return items;
  }

  private static List<Item> notEmpty(List<Item> items) {
    if (items.isEmpty()) {
      throw bad("the body holds no report");
    }
    return items;
  }

  private static String place(JsonLocation location, int linesBefore) {
    return "line " + (location.getLineNr() + linesBefore) + ", column " + location.getColumnNr();
  }

  private static Item broken(ProblemCode code, String message) {
    return new Item.Broken(new Problem("", code, message));
  }

  private static RequestRefused bad(String detail) {
    return new RequestRefused(400, ProblemCode.BAD_REQUEST, detail);
  }
}
