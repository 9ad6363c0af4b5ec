package dev.paca.producers.gateway;

import dev.paca.problems.ProblemCode;
import dev.paca.producers.form.ReportRules;
import dev.paca.producers.publish.ReportPublisher;
import dev.paca.registry.RegistryConfig;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running gateway. It starts, and answers 503, also while broker or registry are down. */
public final class GatewayServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GatewayServer.class);

  /** Jetty gives connections that are kept open a second to end. */
  private static final Duration IDLE_CONNECTIONS = Duration.ofSeconds(5);

  private final GatewayConfig config;
  private final ReportPublisher publisher;
  private final Readiness readiness;
  private final Semaphore inFlight;
  private final Javalin server;

  private GatewayServer(GatewayConfig config, ReportRules rules) {
    this.config = config;
    this.publisher = ReportPublisher.open(config.clients(), within(config.deadline()));
    this.readiness = new Readiness(config.clients());
    this.inFlight = new Semaphore(config.inFlight());
    Desk desk = new Desk(publisher, rules, config.deadline());
    ReportsEndpoint reports =
        new ReportsEndpoint(config.keys(), config.bodyLimit(), inFlight, desk);
    this.server = Javalin.create(javalin -> configure(javalin, reports));
  }

  /**
   * Starts and listens.
   *
   * @throws io.javalin.util.JavalinBindException when the port is taken
   */
  public static GatewayServer start(GatewayConfig config) {
    return start(config, ReportRules.standard());
  }

  static GatewayServer start(GatewayConfig config, ReportRules rules) {
    GatewayServer gateway = new GatewayServer(config, rules);
    try {
      gateway.server.start(config.bind(), config.port());
      return gateway;
    } catch (RuntimeException failure) {
      gateway.close();
      throw failure;
    }
  }

  /**
   * Kafka's own deadlines within ours: half of it to find the broker, all of it to be acknowledged;
   * the registry is asked once and once more.
   */
  private static Map<String, Object> within(Duration deadline) {
    int all = Math.toIntExact(deadline.toMillis());
    int half = Math.max(1, all / 2);
    return Map.of(
        ProducerConfig.MAX_BLOCK_MS_CONFIG,
        half,
        ProducerConfig.LINGER_MS_CONFIG,
        0,
        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
        half,
        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
        all,
        RegistryConfig.CONNECT_TIMEOUT_MS,
        Math.max(1, half / 3),
        RegistryConfig.READ_TIMEOUT_MS,
        Math.max(1, half / 3),
        RegistryConfig.MAX_RETRIES,
        1,
        RegistryConfig.RETRY_WAIT_MS,
        100);
  }

  private void configure(JavalinConfig javalin, ReportsEndpoint reports) {
    javalin.startup.showJavalinBanner = false;
    javalin.startup.showOldJavalinVersionWarning = false;
    javalin.http.prefer405over404 = true;
    javalin.jetty.modifyServer(this::configure);
    javalin.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
    RoutesConfig routes = javalin.routes;
    routes.post("/v1/reports/{type}", reports::post);
    routes.get("/openapi.json", ctx -> Answers.json(ctx, 200, OpenApi.document()));
    routes.get(
        "/health/live", ctx -> Answers.json(ctx, 200, Answers.object().put("status", "live")));
    routes.get("/health/ready", readiness::get);
    routes.exception(RequestRefused.class, (refused, ctx) -> Answers.problem(ctx, refused));
    routes.exception(HttpResponseException.class, GatewayServer::answerRouting);
    routes.exception(Exception.class, GatewayServer::answerUnexpected);
  }

  private void configure(Server server) {
    server.setErrorHandler(new QuietErrors());
    // Stopping waits until what was taken in is answered, for as long as an answer may take.
    server.setHandler(new GracefulHandler());
    server.setStopTimeout(config.deadline().plus(IDLE_CONNECTIONS).toMillis());
  }

  /** What Javalin itself refuses: a path that is not there, a method that a path has not. */
  private static void answerRouting(HttpResponseException refused, Context ctx) {
    int status = refused.getStatus();
    if (status == 405) {
      String allowed = ctx.path().startsWith("/v1/reports/") ? "POST" : "GET";
      String detail = "only " + allowed + " is allowed here";
      Answers.problem(
          ctx, new RequestRefused(405, ProblemCode.BAD_REQUEST, detail).with("Allow", allowed));
    } else if (status == 404) {
      String detail = "nothing is here; reports go to POST /v1/reports/{type}, see /openapi.json";
      Answers.problem(ctx, new RequestRefused(404, ProblemCode.NOT_FOUND, detail));
    } else {
      Answers.problem(
          ctx, new RequestRefused(status, ProblemCode.BAD_REQUEST, "the request is not served"));
    }
  }

  private static void answerUnexpected(Exception failure, Context ctx) {
    LOG.error("{} {} failed", ctx.method(), ctx.path(), failure);
    Answers.problem(
        ctx, new RequestRefused(500, ProblemCode.INTERNAL, "nothing is known to be published"));
  }

  /** The port that it listens on. */
  public int port() {
    return server.port();
  }

  /** Requests that are being worked on now. */
  int requestsInWork() {
    return config.inFlight() - inFlight.availablePermits();
  }

  /** Lets requests in work be answered, for as long as the deadline, then stops. */
  @Override
  public void close() {
    try {
      server.stop();
    } catch (JavalinException late) {
      LOG.warn("stopped with requests in work", late);
    }
    readiness.close();
    publisher.close();
  }
}
