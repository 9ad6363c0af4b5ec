package dev.paca.streams.http;

import dev.paca.streams.feed.ScoreChangeFeed;
import dev.paca.streams.http.live.ScoreChangeStreams;
import dev.paca.streams.query.RubricQueries;
import dev.paca.streams.query.ScoreQueries;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The query service: the API of {@code /openapi.json}, and the web page where one is given.
 *
 * <p>Reads only, and asks nobody who they are. Stopping it ends the streams, lets requests that are
 * being answered finish, and leaves the feed and the queries, which are its caller's, alone.
 */
public final class QueryServer implements AutoCloseable {
  static final String STREAM = "/v1/stream";

  private static final Logger LOG = LoggerFactory.getLogger(QueryServer.class);

  private static final int MOST_THREADS = 64;
  private static final int LEAST_THREADS = 4;
  private static final Duration IDLE_THREAD = Duration.ofSeconds(30);
  private static final Duration GOODBYE = Duration.ofSeconds(5);

  private final Javalin javalin;
  private final Routes routes;
  private final ScoreChangeStreams streams;
  private final HttpMetrics metrics;
  private final GracefulHandler begun;

  private QueryServer(
      Javalin javalin,
      GracefulHandler begun,
      Routes routes,
      ScoreChangeStreams streams,
      HttpMetrics metrics) {
    this.javalin = javalin;
    this.begun = begun;
    this.routes = routes;
    this.streams = streams;
    this.metrics = metrics;
  }

  /**
   * Listens when it returns. It may be started before anything can be answered: {@code
   * /health/ready} says when.
   *
   * @param feed serves {@code /v1/stream}; its state is part of what readiness says
   * @param page mounts the web page
   * @throws io.javalin.util.JavalinBindException when the port is taken
   */
  public static QueryServer start(
      QueryServerOptions options,
      ScoreQueries queries,
      RubricQueries rubrics,
      ScoreChangeFeed feed,
      Readiness readiness,
      Coverage coverage,
      Optional<Consumer<JavalinConfig>> page) {
    QueuedThreadPool threads =
        new QueuedThreadPool(MOST_THREADS, LEAST_THREADS, (int) IDLE_THREAD.toMillis());
    threads.setName("http");
    ScoreChangeStreams streams =
        new ScoreChangeStreams(
            feed,
            new ChangeJson(queries)::of,
            new ScoreChangeStreams.Limits(
                options.maxStreams(), options.pingEvery(), options.maxBehind()));
    HttpMetrics metrics = new HttpMetrics(options.meters());
    metrics.add(streams);
    Routes routes =
        new Routes(
            new Questions(queries),
            new RubricQuestions(rubrics),
            new Answering(coverage, threads),
            new StreamRoute(streams, queries),
            new Health(readiness, feed),
            metrics);
    GracefulHandler begun = new GracefulHandler();
    try {
      Javalin javalin =
          Javalin.create(
              config -> {
                listen(config, options, threads, begun);
                metrics.mount(config);
                new Refusals(page.isPresent()).mount(config);
                routes.mount(config);
                page.ifPresent(mount -> mount.accept(config));
              });
      return new QueryServer(javalin.start(), begun, routes, streams, metrics);
    } catch (RuntimeException e) {
      streams.close();
      metrics.close();
      throw e;
    }
  }

  private static void listen(
      JavalinConfig config,
      QueryServerOptions options,
      QueuedThreadPool threads,
      GracefulHandler begun) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.jetty.host = options.host();
    config.jetty.port = options.port();
    config.jetty.threadPool = threads;
    config.jetty.modifyServer(
        server -> {
          server.insertHandler(begun);
          server.setStopTimeout(GOODBYE.toMillis());
        });
    config.routes.before(QueryServer::protect);
  }

  /** What holds for the API; the page puts its own in their place. */
  private static void protect(Context ctx) {
    ctx.header("Cache-Control", "no-store");
    ctx.header("X-Content-Type-Options", "nosniff");
    ctx.header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    ctx.header("Referrer-Policy", "no-referrer");
    ctx.header("Cross-Origin-Resource-Policy", "same-origin");
  }

  /** Shows more in {@code /metrics}. */
  public void add(MeterBinder meters) {
    metrics.add(meters);
  }

  /** The port it listens on. */
  public int port() {
    return javalin.port();
  }

  /** Path templates of the API. */
  Set<String> paths() {
    return routes.paths();
  }

  /**
   * Whoever asks while requests are being finished is still heard, and told to ask again: the port
   * is closed only after them.
   */
  @Override
  public void close() {
    streams.close();
    try {
      begun.shutdown().get(GOODBYE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException late) {
      LOG.warn("requests are still being answered after {}; stopping without them", GOODBYE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    javalin.stop();
    metrics.close();
  }
}
