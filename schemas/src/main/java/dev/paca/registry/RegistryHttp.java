package dev.paca.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * One call to whichever registry answers: the addresses in turn, starting with the one that
 * answered last, and all of them again after a pause.
 */
final class RegistryHttp {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TYPE = "application/vnd.schemaregistry.v1+json";
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

  /** What a registry said. {@code body} is a missing node when it was not JSON. */
  record Answer(URI url, int status, JsonNode body) {
    boolean ok() {
      return status / 100 == 2;
    }

    /** Confluent's five-digit code, 0 where there is none. */
    int errorCode() {
      return body.path("error_code").asInt(0);
    }

    String message() {
      return body.path("message").asText("HTTP " + status);
    }
  }

  private final RegistryConfig config;
  private final HttpClient http;
  private final Optional<String> authorization;
  private volatile int preferred;

  RegistryHttp(RegistryConfig config) {
    this.config = config;
    // HTTP/1.1: an offer to upgrade on the first request confuses some proxies.
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(config.connectTimeout())
            .build();
    this.authorization =
        config
            .userInfo()
            .map(info -> info.getBytes(StandardCharsets.UTF_8))
            .map(info -> "Basic " + Base64.getEncoder().encodeToString(info));
  }

  Answer get(String path) {
    return call("GET", path, Optional.empty());
  }

  Answer send(String method, String path, Map<String, String> body) {
    try {
      return call(method, path, Optional.of(JSON.writeValueAsString(body)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private Answer call(String method, String path, Optional<String> body) {
    Duration wait = config.retryWait();
    for (int retry = 0; ; retry++) {
      try {
        return callOnce(method, path, body);
      } catch (RegistryException.Unavailable e) {
        if (retry >= config.retries()) {
          throw e;
        }
      }
      pause(wait);
      wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
    }
  }

  private Answer callOnce(String method, String path, Optional<String> body) {
    StringBuilder failures = new StringBuilder();
    IOException last = null;
    int first = preferred;
    for (int i = 0; i < config.urls().size(); i++) {
      int index = (first + i) % config.urls().size();
      URI url = config.urls().get(index);
      try {
        Answer answer = ask(url, method, path, body);
        if (answer.status() < 500 && answer.status() != 429) {
          preferred = index;
          return answer;
        }
        failures.append(' ').append(shown(url)).append(" (").append(answer.message()).append(')');
      } catch (IOException e) {
        last = e;
        failures.append(' ').append(shown(url)).append(" (").append(reason(e)).append(')');
      }
    }
    throw new RegistryException.Unavailable("No schema registry answers:" + failures, last);
  }

  private Answer ask(URI url, String method, String path, Optional<String> body)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(withoutUser(url, path))
            .timeout(config.readTimeout())
            .header("Accept", TYPE + ", application/json")
            .header("Content-Type", TYPE)
            .method(method, body.map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody));
    authorization.ifPresent(value -> request.header("Authorization", value));
    try {
      HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
      return new Answer(url, response.statusCode(), json(response.body()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RegistryException.Unavailable("Interrupted while asking " + shown(url), e);
    }
  }

  private static JsonNode json(byte[] body) throws IOException {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  private static void pause(Duration wait) {
    try {
      Thread.sleep(wait.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RegistryException.Unavailable("Interrupted while waiting for the registry", e);
    }
  }

  private static URI withoutUser(URI url, String path) {
    return URI.create(shown(url) + path);
  }

  /** The address without user and password. */
  static String shown(URI url) {
    return url.getScheme()
        + "://"
        + url.getRawAuthority().replaceFirst("^[^@]*@", "")
        + url.getRawPath();
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
