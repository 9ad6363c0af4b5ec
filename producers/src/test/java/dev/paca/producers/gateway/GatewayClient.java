package dev.paca.producers.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Asks a gateway the way an agency's system does. */
final class GatewayClient {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String base;

  GatewayClient(GatewayServer gateway) {
    base = "http://127.0.0.1:" + gateway.port();
  }

  HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(base + path));
  }

  /** A request with a JSON body and the key of every agency. */
  HttpRequest.Builder report(String type, BodyPublisher body) {
    return to("/v1/reports/" + type)
        .header("Authorization", "Bearer all")
        .header("Content-Type", "application/json")
        .POST(body);
  }

  Answer post(String type, String body) {
    return send(report(type, BodyPublishers.ofString(body)));
  }

  Answer send(HttpRequest.Builder request) {
    try {
      return new Answer(http.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new AssertionError("no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** A response; its body is JSON. */
  record Answer(HttpResponse<String> response) {
    int status() {
      return response.statusCode();
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    JsonNode json() {
      try {
        return MAPPER.readTree(response.body());
      } catch (IOException e) {
        throw new AssertionError("not JSON: " + response.body(), e);
      }
    }

    /** {@code field CODE} of each error. */
    java.util.List<String> errors(String pointer) {
      java.util.List<String> errors = new java.util.ArrayList<>();
      json()
          .at(pointer)
          .forEach(
              error -> errors.add(error.get("field").asText() + " " + error.get("code").asText()));
      return errors;
    }
  }
}
