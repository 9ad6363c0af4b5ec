package dev.paca.streams.http;

import dev.paca.problems.ProblemCode;
import dev.paca.streams.feed.Change;
import dev.paca.streams.http.live.Follower;
import dev.paca.streams.http.live.ScoreChangeStreams;
import dev.paca.streams.http.live.Wish;
import dev.paca.streams.query.QueryRefused;
import dev.paca.streams.query.ScoreQueries;
import io.javalin.http.Context;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** {@code /v1/stream}: who wants to follow what, and from where. */
final class StreamRoute {
  private final ScoreChangeStreams streams;
  private final ScoreQueries queries;

  StreamRoute(ScoreChangeStreams streams, ScoreQueries queries) {
    this.streams = streams;
    this.queries = queries;
  }

  void answer(Context ctx) throws IOException {
    Wish wish = new Wish(after(ctx), wanted(ctx));
    // Not the context's own stream, which compresses and cannot tell when it takes more.
    ServletOutputStream out = ctx.res().getOutputStream();
    Follower follower = streams.admit(wish).orElseThrow(StreamRoute::full);
    ctx.contentType("text/event-stream");
    // Proxies would collect events until their buffer is full.
    ctx.header("X-Accel-Buffering", "no");
    ctx.future(
        () -> {
          follower.open(out);
          return follower.ended();
        });
  }

  /** A header where a browser resumes, a parameter where somebody starts from a known place. */
  private static OptionalLong after(Context ctx) {
    Optional<String> text =
        Optional.ofNullable(ctx.header("Last-Event-ID"))
            .filter(id -> !id.isBlank())
            .or(() -> Asked.query(ctx, "lastEventId"))
            .map(String::strip);
    if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    if (!text.get().matches("-1|[0-9]{1,18}")) {
      throw Asked.bad(
          "Last-Event-ID is the id of an event, a whole number (-1 for all), not '%s'"
              .formatted(text.get()));
    }
    return OptionalLong.of(Long.parseLong(text.get()));
  }

  private Predicate<Change> wanted(Context ctx) {
    Optional<String> yearText = Asked.query(ctx, "year");
    OptionalInt year =
        yearText.isPresent() ? OptionalInt.of(Asked.year(yearText.get())) : OptionalInt.empty();
    Predicate<Change> ofYear = change -> year.isEmpty() || change.year() == year.getAsInt();
    Optional<String> province = Asked.query(ctx, "province");
    if (province.isEmpty()) {
      return ofYear;
    }
    ProvinceFilter filter = new ProvinceFilter(queries, province.get());
    filter.check(year);
    return ofYear.and(filter);
  }

  private static QueryRefused full() {
    return new QueryRefused(
        ProblemCode.UNAVAILABLE, "As many streams are open as there may be; try again");
  }
}
