package dev.paca.benchmarks.latency;

import dev.paca.topics.Position;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.apache.kafka.common.TopicPartition;

/**
 * Asks the query service for a province's scores, each time with the position of a report: the
 * answer comes once it covers that.
 */
final class Probes {
  private static final int OK = 200;
  private static final int LATE = 503;
  private static final String LONGEST_WAIT = "?wait=10000";

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI address;
  private final List<String> paths;
  private final Histogram micros = new ConcurrentHistogram(3);
  private final AtomicInteger asked = new AtomicInteger();
  private final ConcurrentLinkedQueue<CompletableFuture<Void>> answers =
      new ConcurrentLinkedQueue<>();

  /**
   * @param paths which are asked for in turn
   */
  Probes(URI address, List<String> paths) {
    this.address = address;
    this.paths = paths;
  }

  /**
   * @param acknowledged when the report was
   */
  void ask(TopicPartition partition, long offset, long acknowledged) {
    String path = paths.get(asked.getAndIncrement() % paths.size());
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve(path + LONGEST_WAIT))
            .header(
                "Paca-Position",
                Position.of(partition.topic(), partition.partition(), offset).format())
            .build();
    answers.add(answered(request, acknowledged));
  }

  /** Asked again where the service stopped waiting: that it took so long counts. */
  private CompletableFuture<Void> answered(HttpRequest request, long acknowledged) {
    return http.sendAsync(request, HttpResponse.BodyHandlers.ofString())
        .thenCompose(
            answer -> {
              if (answer.statusCode() == LATE) {
                return answered(request, acknowledged);
              }
              record(answer, System.nanoTime() - acknowledged);
              return CompletableFuture.completedFuture(null);
            });
  }

  private void record(HttpResponse<String> answer, long nanos) {
    if (answer.statusCode() != OK) {
      throw new IllegalStateException(
          answer.uri().getPath() + " was answered with " + answer.statusCode() + answer.body());
    }
    micros.recordValue(TimeUnit.NANOSECONDS.toMicros(Math.max(0, nanos)));
  }

  /** Waits for every answer; fails where one was refused. */
  Percentiles answered(long patienceMs) throws InterruptedException {
    try {
      CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
          .get(patienceMs, TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause().getMessage(), e);
    } catch (TimeoutException e) {
      throw new IllegalStateException("not every question was answered", e);
    }
    return Percentiles.of(micros);
  }
}
