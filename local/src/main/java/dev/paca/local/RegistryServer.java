package dev.paca.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/**
 * The registry: Apicurio with its Confluent-compatible API, its schemas in an H2 file of the data
 * folder, where ids outlive a restart (its default is memory). New schemas must be readable with
 * the one before ({@code BACKWARD}, Confluent's default) unless another rule has been set.
 */
record RegistryServer(LocalOptions options, int port) {
  private static final String CONFLUENT_API = "/apis/ccompat/v7";

  static Service startOne(LocalOptions options, Distribution distribution) {
    return Ports.retryingWhenTaken(
        () -> {
          int port = Ports.chosenOrFree(options.registryPort(), 1, 0).get(0);
          RegistryServer server = new RegistryServer(options, port);
          LocalProcess process = server.start(distribution);
          return new Service(server.url(CONFLUENT_API), List.of(process), List.of());
        });
  }

  private ChildCommand command(Distribution distribution) {
    // Without WRITE_DELAY=0 the ids of the last half second are lost with a SIGKILL.
    String database =
        "jdbc:h2:file:" + options.dataDir().resolve("registry").resolve("db") + ";WRITE_DELAY=0";
    return new ChildCommand(
        "registry",
        options.dataDir(),
        List.of(
            "-Xmx192m",
            "-Dquarkus.http.host=" + Ports.HOST,
            "-Dquarkus.http.port=" + port,
            "-Dquarkus.datasource.jdbc.url=" + database,
            "-Dquarkus.datasource.jdbc.initial-size=2",
            "-Dquarkus.datasource.jdbc.min-size=1",
            "-Dquarkus.datasource.jdbc.max-size=10"),
        distribution.registryJar().toString(),
        "io.quarkus.runner.GeneratedMain",
        List.of(),
        "Listening on: http");
  }

  /**
   * For Apicurio NONE is having no rule, so that is the one rule which does not outlive a restart.
   */
  private void requireBackward() {
    String rules = send(request("/apis/registry/v2/admin/rules").GET().build());
    if (rules.strip().equals("[]")) {
      String rule = "{\"compatibility\":\"BACKWARD\"}";
      send(request(CONFLUENT_API + "/config").PUT(BodyPublishers.ofString(rule)).build());
    }
    send(request(CONFLUENT_API + "/subjects").GET().build());
  }

  LocalProcess start(Distribution distribution) {
    return LocalProcess.start(command(distribution), options.startTimeout(), this::requireBackward);
  }

  private String url(String path) {
    return "http://" + Ports.HOST + ":" + port + path;
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url(path)))
        .header("Content-Type", "application/json")
        .timeout(Duration.ofSeconds(20));
  }

  private static String send(HttpRequest request) {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    try {
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new LocalFailure(
            "the registry answered %d to %s %s: %s"
                .formatted(
                    response.statusCode(), request.method(), request.uri(), response.body()));
      }
      return response.body();
    } catch (IOException e) {
      throw new LocalFailure("the registry does not answer " + request.uri() + ": " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LocalFailure("interrupted while the registry was starting", e);
    }
  }
}
