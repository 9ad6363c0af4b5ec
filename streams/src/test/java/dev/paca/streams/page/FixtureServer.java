package dev.paca.streams.page;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.paca.streams.serving.FixtureRubrics;
import io.javalin.Javalin;
import io.javalin.http.sse.SseClient;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.LoggerFactory;

/** The page over invented scores on a free port, with the stream of changes it listens to. */
final class FixtureServer implements AutoCloseable {
  final FixtureQueries queries = new FixtureQueries();
  final Queue<SseClient> listeners = new ConcurrentLinkedQueue<>();
  private final Javalin server;
  private final String url;

  FixtureServer() {
    ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
    server =
        Javalin.create(
                config -> {
                  config.startup.showJavalinBanner = false;
                  Pages.mount(config, queries, FixtureRubrics.queries());
                  config.routes.get("/v1/known", ctx -> ctx.result("{}"));
                  config.routes.sse(
                      "/v1/stream",
                      client -> {
                        client.keepAlive();
                        client.onClose(() -> listeners.remove(client));
                        // First: whoever sees the page live may change something at once.
                        listeners.add(client);
                        client.sendEvent("ping", "{}");
                      });
                })
            .start("127.0.0.1", 0);
    url = "http://127.0.0.1:" + server.port();
  }

  String url() {
    return url;
  }

  /** Changes one leaf and tells everybody who listens. */
  void change(int year, String province, String leaf, String points) {
    queries.change(year, province, leaf, points);
    String event =
        "{\"year\":%d,\"province\":\"%s\",\"criterion\":\"TOTAL\",\"oldPoints\":1.00,\"newPoints\":2.00,"
                .formatted(year, province)
            + "\"at\":\"2022-12-15T03:42:07Z\",\"rubricVersion\":1,\"reports\":[],\"reportCount\":0}";
    listeners.forEach(client -> client.sendEvent("score-change", event));
  }

  @Override
  public void close() {
    server.stop();
  }

  /** For looking at the page: prints its address and runs until stopped. */
  public static void main(String[] args) {
    System.out.println(new FixtureServer().url());
  }
}
