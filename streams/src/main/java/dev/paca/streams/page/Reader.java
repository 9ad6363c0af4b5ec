package dev.paca.streams.page;

import dev.paca.streams.page.language.Language;
import dev.paca.streams.page.language.Wording;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What one request asks for besides its path: the language, the order, the search. Anything else in
 * the query is ignored and carried nowhere.
 */
record Reader(Wording wording, Links links, String sort, String sought, String path) {
  /** Longer than any province's name; what is longer can find nothing. */
  private static final int LONGEST_SEARCH = 60;

  static Reader of(Context ctx) {
    Language language = Language.of(ctx.queryParam("lang"));
    String sought = Optional.ofNullable(ctx.queryParam("q")).orElse("").strip();
    return new Reader(
        Wording.in(language),
        new Links(language),
        Optional.ofNullable(ctx.queryParam("sort")).orElse(""),
        sought.substring(0, Math.min(LONGEST_SEARCH, sought.length())),
        ctx.path());
  }

  /** This view in the other language. */
  String switchTo() {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("sort", sort);
    query.put("q", sought);
    return new Links(wording.language().other()).with(path, query);
  }
}
