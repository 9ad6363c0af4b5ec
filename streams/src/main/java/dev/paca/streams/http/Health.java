package dev.paca.streams.http;

import dev.paca.streams.feed.ScoreChangeFeed;
import dev.paca.streams.http.Readiness.Check;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Alive, and ready to be asked. */
final class Health {
  /** More than one transaction of the scoring task; less than what a reader would notice. */
  private static final long CLOSE_ENOUGH = 1_000;

  private final Readiness readiness;
  private final ScoreChangeFeed feed;

  Health(Readiness readiness, ScoreChangeFeed feed) {
    this.readiness = readiness;
    this.feed = feed;
  }

  private record Ready(boolean ready, List<Check> checks) {}

  void live(Context ctx) {
    ctx.contentType("application/json").result(Json.bytes(Map.of("live", true)));
  }

  void ready(Context ctx) {
    List<Check> checks = new ArrayList<>(readiness.checks());
    checks.addAll(changes(feed.state()));
    boolean ready = checks.stream().allMatch(Check::allows);
    ctx.status(ready ? 200 : 503)
        .contentType("application/json")
        .result(Json.bytes(new Ready(ready, List.copyOf(checks))));
  }

  private static List<Check> changes(ScoreChangeFeed.State state) {
    String trouble = state.trouble().orElse("");
    String read = state.hydrated() ? "what was there at the start is read" : "still reading";
    boolean caughtUp =
        state.trouble().isEmpty()
            && state.behind().isPresent()
            && state.behind().getAsLong() <= CLOSE_ENOUGH;
    String behind =
        state.behind().isPresent()
            ? state.behind().getAsLong() + " offsets behind"
            : "the broker has not answered yet";
    return List.of(
        new Check("score changes hydrated", state.hydrated(), trouble.isEmpty() ? read : trouble),
        new Check("score changes caught up", caughtUp, trouble.isEmpty() ? behind : trouble));
  }
}
