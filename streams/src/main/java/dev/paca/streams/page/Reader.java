package dev.paca.streams.page;

import dev.paca.streams.page.language.Language;
import dev.paca.streams.page.language.Wording;
import dev.paca.streams.query.AsOf;
import dev.paca.streams.query.AsOfText;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What one request asks for besides its path: the language, the order, the search, as of when.
 * Anything else in the query is ignored and carried nowhere.
 */
record Reader(Wording wording, Links links, String sort, String sought, String path) {
  /** Longer than any province's name; what is longer can find nothing. */
  private static final int LONGEST_SEARCH = 60;

  static Reader of(Context ctx) {
    Language language = Language.of(ctx.queryParam("lang"));
    String sought = Optional.ofNullable(ctx.queryParam("q")).orElse("").strip();
    return new Reader(
        Wording.in(language),
        new Links(language, asOf(ctx)),
        Optional.ofNullable(ctx.queryParam("sort")).orElse(""),
        sought.substring(0, Math.min(LONGEST_SEARCH, sought.length())),
        ctx.path());
  }

  /** This view in the other language. */
  String switchTo() {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("sort", sort);
    query.put("q", sought);
    return new Links(wording.language().other(), links.asOf()).with(path, query);
  }

  private static Map<String, String> asOf(Context ctx) {
    Map<String, String> asked = new LinkedHashMap<>();
    for (String name : Links.AS_OF) {
      String text = Optional.ofNullable(ctx.queryParam(name)).orElse("").strip();
      if (!text.isEmpty()) {
        // A plus sign that nobody encoded arrives as a space.
        String written = text.replace(' ', '+');
        asked.put(name, written.substring(0, Math.min(LONGEST_SEARCH, written.length())));
      }
    }
    return asked;
  }

  /** The same reader, asking for what is served now. */
  Reader ofNow() {
    return new Reader(wording, links.now(), sort, sought, path);
  }

  /** Throws {@link dev.paca.streams.query.QueryRefused} for what is no day, time or version. */
  AsOf asOf() {
    return AsOfText.read(asked("until"), asked("at"), asked("rubric"));
  }

  private Optional<String> asked(String name) {
    return Optional.ofNullable(links.asOf().get(name));
  }
}
