package dev.paca.streams.http;

import dev.paca.problems.ProblemCode;
import dev.paca.streams.query.AsOf;
import dev.paca.streams.query.AsOfText;
import dev.paca.streams.query.QueryRefused;
import dev.paca.topics.Position;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Reads what a request asks for; what cannot be read is refused with what would be right. */
final class Asked {
  private static final Duration WAIT = Duration.ofSeconds(5);
  private static final int LONGEST_WAIT_MS = 10_000;

  private Asked() {}

  static int year(Context ctx) {
    return year(ctx.pathParam("year"));
  }

  static int year(String text) {
    if (!text.matches("[0-9]{4}")) {
      throw bad("A year is four digits, such as 2022, not '%s'".formatted(text));
    }
    return Integer.parseInt(text);
  }

  static Position position(Context ctx) {
    List<String> lines = Collections.list(ctx.req().getHeaders(PositionToken.HEADER));
    return PositionToken.parse(String.join(",", lines));
  }

  /** Two times and a rubric version; all of them may be left out. */
  static AsOf asOf(Context ctx) {
    return AsOfText.read(query(ctx, "until"), query(ctx, "at"), query(ctx, "rubric"));
  }

  /** How long the answer may wait for its position. */
  static Duration wait(Context ctx) {
    Optional<String> text = query(ctx, "wait");
    if (text.isEmpty()) {
      return WAIT;
    }
    if (!text.get().matches("[0-9]{1,5}") || Integer.parseInt(text.get()) > LONGEST_WAIT_MS) {
      throw bad(
          "wait is milliseconds from 0 to %d, not '%s'".formatted(LONGEST_WAIT_MS, text.get()));
    }
    return Duration.ofMillis(Integer.parseInt(text.get()));
  }

  /** A query parameter; blank counts as absent. */
  static Optional<String> query(Context ctx, String name) {
    return Optional.ofNullable(ctx.queryParam(name))
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  static QueryRefused bad(String detail) {
    return new QueryRefused(ProblemCode.BAD_REQUEST, detail);
  }
}
