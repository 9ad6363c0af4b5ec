package dev.paca.benchmarks.restore;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paca.benchmarks.ground.DrainedPaca;
import dev.paca.topics.Position;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Starts a Paca that was stopped and asks it all the time how far it is.
 *
 * @param known the position of the input that it had counted before
 * @param missed the position of what was published since
 */
record Starting(DrainedPaca paca, Position known, Position missed) {
  private static final int OK = 200;
  private static final Duration ASK_EVERY = Duration.ofMillis(5);
  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final String RANKING = "/v1/assessments/2023/ranking?wait=10000";
  private static final String STORES = "stores hydrated";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What {@code /health/ready} said. */
  private record Health(boolean listens, boolean ready, boolean restores) {
    static final Health NOT_THERE = new Health(false, false, false);
  }

  Comeback observe() {
    HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    long began = System.nanoTime();
    CompletableFuture<Void> started = CompletableFuture.runAsync(paca.process()::restart);
    Restoring restoring = new Restoring();
    Health health = health(http);
    while (!health.listens()) {
      pause(began, started);
      health = health(http);
    }
    double listening = since(began);
    CompletableFuture<Double> answered = covering(http, known, began);
    CompletableFuture<Double> counted = covering(http, missed, began);
    while (!health.ready()) {
      restoring.looked(health.restores(), since(began));
      pause(began, started);
      health = health(http);
    }
    double ready = since(began);
    started.join();
    return new Comeback(listening, answered.join(), ready, counted.join(), restoring.seconds());
  }

  private static void pause(long began, CompletableFuture<Void> started) {
    if (started.isCompletedExceptionally()) {
      started.join();
    }
    if (since(began) > LONGEST.toSeconds()) {
      throw new IllegalStateException("Paca was not back within " + LONGEST.toSeconds() + " s");
    }
    LockSupport.parkNanos(ASK_EVERY.toNanos());
  }

  private static double since(long began) {
    return (System.nanoTime() - began) / (double) TimeUnit.SECONDS.toNanos(1);
  }

  /** When an answer covers a position; it is asked again where the service stopped waiting. */
  private CompletableFuture<Double> covering(HttpClient http, Position position, long began) {
    HttpRequest question =
        HttpRequest.newBuilder(address(RANKING)).header("Paca-Position", position.format()).build();
    return http.sendAsync(question, HttpResponse.BodyHandlers.ofString())
        .thenCompose(
            answer ->
                answer.statusCode() == OK || since(began) > LONGEST.toSeconds()
                    ? CompletableFuture.completedFuture(moment(answer, began))
                    : covering(http, position, began));
  }

  private static double moment(HttpResponse<String> answer, long began) {
    if (answer.statusCode() != OK) {
      throw new IllegalStateException("no answer in time, but " + answer.body());
    }
    return since(began);
  }

  private Health health(HttpClient http) {
    try {
      HttpResponse<byte[]> answer =
          http.send(
              HttpRequest.newBuilder(address("/health/ready")).build(),
              HttpResponse.BodyHandlers.ofByteArray());
      return new Health(true, answer.statusCode() == OK, restores(answer.body()));
    } catch (IOException e) {
      return Health.NOT_THERE;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while Paca was starting", e);
    }
  }

  private static boolean restores(byte[] health) throws IOException {
    for (JsonNode check : JSON.readTree(health).path("checks")) {
      if (check.path("name").asText().equals(STORES)) {
        return !check.path("partitions").isEmpty();
      }
    }
    return false;
  }

  private URI address(String path) {
    return paca.address().resolve(path);
  }
}
