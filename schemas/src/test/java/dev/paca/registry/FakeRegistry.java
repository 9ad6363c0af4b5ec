package dev.paca.registry;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The few calls of Confluent's REST API that the serdes make, counted, and failing on demand. */
final class FakeRegistry implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A fixed answer to everything. */
  record Canned(int status, String body) {}

  final List<String> calls = new CopyOnWriteArrayList<>();
  final List<String> authorizations = new CopyOnWriteArrayList<>();
  private final List<String> schemas = new ArrayList<>();
  private final Map<String, List<Integer>> subjects = new LinkedHashMap<>();
  private final HttpServer server;
  private volatile Optional<Canned> canned = Optional.empty();

  FakeRegistry() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    server.createContext("/", this::handle);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  void answerAlways(int status, String body) {
    canned = Optional.of(new Canned(status, body));
  }

  void answerTruly() {
    canned = Optional.empty();
  }

  /** Puts a schema there without a call; ids start at 1. */
  synchronized int add(String subject, String schema) {
    int id = schemas.indexOf(schema) + 1;
    if (id == 0) {
      schemas.add(schema);
      id = schemas.size();
    }
    List<Integer> versions = subjects.computeIfAbsent(subject, s -> new ArrayList<>());
    if (!versions.contains(id)) {
      versions.add(id);
    }
    return id;
  }

  private synchronized void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String call = exchange.getRequestMethod() + " " + path;
    calls.add(call);
    Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
        .ifPresent(authorizations::add);
    byte[] request = exchange.getRequestBody().readAllBytes();
    Canned answer = canned.isPresent() ? canned.get() : answer(call, path.split("/"), request);
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private Canned answer(String call, String[] path, byte[] request) throws IOException {
    if (call.matches("GET /schemas/ids/-?\\d+")) {
      int id = Integer.parseInt(path[3]);
      return id < 1 || id > schemas.size()
          ? error(40403, "Schema not found")
          : new Canned(200, JSON.writeValueAsString(Map.of("schema", schemas.get(id - 1))));
    }
    if (call.matches("POST /subjects/[^/]+/versions")) {
      String schema = JSON.readTree(request).get("schema").textValue();
      return new Canned(200, JSON.writeValueAsString(Map.of("id", add(path[2], schema))));
    }
    List<Integer> versions =
        path.length < 3 ? List.of() : subjects.getOrDefault(path[2], List.of());
    if (call.matches("POST /subjects/[^/]+")) {
      int id = schemas.indexOf(JSON.readTree(request).get("schema").textValue()) + 1;
      return versions.contains(id)
          ? new Canned(200, JSON.writeValueAsString(Map.of("id", id, "version", 1)))
          : error(40403, "Schema not found");
    }
    if (call.matches("GET /subjects/[^/]+/versions/latest")) {
      if (versions.isEmpty()) {
        return error(40401, "Subject not found");
      }
      int id = versions.get(versions.size() - 1);
      return new Canned(
          200, JSON.writeValueAsString(Map.of("id", id, "schema", schemas.get(id - 1))));
    }
    return new Canned(404, "<html>no such page</html>");
  }

  private static Canned error(int code, String message) throws IOException {
    return new Canned(404, JSON.writeValueAsString(Map.of("error_code", code, "message", message)));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
