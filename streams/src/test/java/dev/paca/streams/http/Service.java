package dev.paca.streams.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paca.streams.serving.FixtureRubrics;
import io.javalin.config.JavalinConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;

/** A query service over the fixture on a free port, and a client of it. */
final class Service implements AutoCloseable {
  static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  final MemoryFeed feed = new MemoryFeed();
  final List<Readiness.Check> checks = new ArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private final QueryServer server;

  /** Asked for once: a server that stops has none any more. */
  private final int port;

  private Service(
      QueryServerOptions options, Coverage coverage, Optional<Consumer<JavalinConfig>> page) {
    server =
        QueryServer.start(
            options,
            new FixtureQueries(),
            FixtureRubrics.queries(),
            feed,
            () -> List.copyOf(checks),
            coverage,
            page);
    port = server.port();
  }

  static Service start() {
    return with(QueryServerOptions.onPort(0));
  }

  static Service with(QueryServerOptions options) {
    Service service = new Service(options, Service::everything, Optional.empty());
    service.feed.hydrate();
    return service;
  }

  /** With a feed that has not read yet what is there. */
  static Service cold() {
    return new Service(QueryServerOptions.onPort(0), Service::everything, Optional.empty());
  }

  static Service with(Coverage coverage) {
    return new Service(QueryServerOptions.onPort(0), coverage, Optional.empty());
  }

  static Service withPage(Consumer<JavalinConfig> page) {
    return new Service(QueryServerOptions.onPort(0), Service::everything, Optional.of(page));
  }

  private static CompletableFuture<Map<TopicPartition, Long>> everything(
      Map<TopicPartition, Long> offsets, Duration deadline) {
    return CompletableFuture.completedFuture(Map.of());
  }

  int port() {
    return port;
  }

  Set<String> paths() {
    return server.paths();
  }

  HttpResponse<String> get(String path, String... headers) {
    return send("GET", path, headers);
  }

  HttpResponse<String> send(String method, String path, String... headers) {
    try {
      return client.send(
          request(path, headers).method(method, HttpRequest.BodyPublishers.noBody()).build(),
          BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }

  HttpResponse<String> post(String path, byte[] body, String... headers) {
    try {
      return client.send(
          request(path, headers).POST(HttpRequest.BodyPublishers.ofByteArray(body)).build(),
          BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }

  EventReader follow(String path, String... headers) {
    return EventReader.open(client, request(path, headers).build());
  }

  JsonNode json(String path) {
    return json(get(path));
  }

  static JsonNode json(HttpResponse<String> response) {
    try {
      return JSON.readTree(response.body());
    } catch (JsonProcessingException e) {
      throw new AssertionError(response.body(), e);
    }
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
            .timeout(Duration.ofSeconds(30));
    return headers.length == 0 ? request : request.headers(headers);
  }

  @Override
  public void close() {
    server.close();
  }
}
