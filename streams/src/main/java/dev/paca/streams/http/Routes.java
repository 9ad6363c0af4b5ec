package dev.paca.streams.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Handler;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Every address of the API and what answers there. */
final class Routes {
  private final Map<String, Handler> byPath;
  private final Map<String, Handler> posted;

  Routes(
      Questions questions,
      RubricQuestions rubrics,
      Answering answering,
      StreamRoute stream,
      Health health,
      HttpMetrics metrics) {
    Map<String, Handler> all = new LinkedHashMap<>();
    questions.byPath().forEach((path, question) -> all.put(path, answering.handler(question)));
    all.computeIfPresent(
        Questions.FRESHNESS,
        (path, handler) ->
            answering.onceCoveredBy(Coverage::ofFreshness).handler(questions.byPath().get(path)));
    rubrics.byPath().forEach((path, question) -> all.put(path, answering.handler(question)));
    all.put(QueryServer.STREAM, stream::answer);
    all.put("/openapi.json", new OpenApi()::answer);
    all.put("/health/live", health::live);
    all.put("/health/ready", health::ready);
    all.put("/metrics", metrics::scrape);
    this.byPath = Collections.unmodifiableMap(all);
    Map<String, Handler> withBody = new LinkedHashMap<>();
    rubrics.posted().forEach((path, question) -> withBody.put(path, answering.handler(question)));
    this.posted = Collections.unmodifiableMap(withBody);
  }

  /** Path templates, as OpenAPI writes them too. */
  Set<String> paths() {
    Set<String> paths = new LinkedHashSet<>(byPath.keySet());
    paths.addAll(posted.keySet());
    return paths;
  }

  void mount(JavalinConfig config) {
    posted.forEach(config.routes::post);
    byPath.forEach(
        (path, handler) -> {
          config.routes.get(path, handler);
          // Left to itself a HEAD is 200 for whatever stands in the path, ready or not.
          if (!path.equals(QueryServer.STREAM)) {
            config.routes.head(path, handler);
          }
        });
  }
}
