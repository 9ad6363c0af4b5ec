package dev.paca.streams.http;

import dev.paca.streams.watch.Refreshed;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** {@code /metrics}: the JVM, how long requests took by route, and what others count. */
final class HttpMetrics implements AutoCloseable {
  private static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";
  private static final Duration[] BOUNDS = {
    Duration.ofMillis(5),
    Duration.ofMillis(20),
    Duration.ofMillis(100),
    Duration.ofMillis(500),
    Duration.ofSeconds(2),
    Duration.ofSeconds(10)
  };

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  /** Held here, for the registry knows only weakly what its gauges look at. */
  private final List<MeterBinder> held = new CopyOnWriteArrayList<>();

  private final JvmGcMetrics collections = new JvmGcMetrics();

  HttpMetrics(List<MeterBinder> more) {
    List.of(
            new ClassLoaderMetrics(),
            new JvmMemoryMetrics(),
            new JvmThreadMetrics(),
            new ProcessorMetrics(),
            new UptimeMetrics(),
            collections)
        .forEach(meters -> meters.bindTo(registry));
    more.forEach(this::add);
  }

  void add(MeterBinder meters) {
    meters.bindTo(registry);
    held.add(meters);
  }

  /** Times every request but event streams, which last as long as their readers like. */
  void mount(JavalinConfig config) {
    config.requestLogger.http(
        (ctx, milliseconds) -> {
          String route = route(ctx);
          if (!route.equals(QueryServer.STREAM)) {
            timer(ctx, route).record((long) (milliseconds * 1000), TimeUnit.MICROSECONDS);
          }
        });
  }

  private Timer timer(Context ctx, String route) {
    return Timer.builder("http.server.requests")
        .tag("method", ctx.method().name())
        .tag("uri", route)
        .tag("status", Integer.toString(ctx.statusCode()))
        .serviceLevelObjectives(BOUNDS)
        .register(registry);
  }

  /** The route and not the path: a path is whatever anybody likes to ask for. */
  private static String route(Context ctx) {
    Endpoint endpoint = ctx.endpoints().lastHttpEndpoint();
    return endpoint == null ? "unknown" : endpoint.path;
  }

  /** One at a time: a look makes the meters anew whose labels come and go. */
  synchronized void scrape(Context ctx) {
    for (MeterBinder meters : held) {
      if (meters instanceof Refreshed each) {
        each.refresh();
      }
    }
    ctx.contentType(CONTENT_TYPE).result(registry.scrape(CONTENT_TYPE));
  }

  @Override
  public void close() {
    collections.close();
    registry.close();
  }
}
