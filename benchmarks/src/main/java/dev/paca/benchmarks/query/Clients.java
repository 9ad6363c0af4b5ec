package dev.paca.benchmarks.query;

import dev.paca.benchmarks.latency.Percentiles;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Clients that ask as fast as they are answered, in turn what is on a list.
 *
 * @param count how many, a thread and a connection each
 */
record Clients(int count, List<URI> questions) {
  private static final int OK = 200;

  /** What came of asking for some time. */
  private static final class Tally {
    private final Histogram micros = new ConcurrentHistogram(3);
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong asked = new AtomicLong();
  }

  /**
   * @throws IllegalStateException when a question is refused
   */
  QueryFigures ask(String question, Duration time) throws InterruptedException {
    Tally tally = new Tally();
    long began = System.nanoTime();
    long end = began + time.toNanos();
    ExecutorService threads = Executors.newFixedThreadPool(count);
    try {
      Callable<Void> client = () -> askUntil(end, tally);
      for (Future<Void> each : threads.invokeAll(Collections.nCopies(count, client))) {
        each.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(question + ": " + e.getCause().getMessage(), e);
    } finally {
      threads.shutdownNow();
    }
    double seconds = (System.nanoTime() - began) / (double) TimeUnit.SECONDS.toNanos(1);
    long answers = tally.micros.getTotalCount();
    return new QueryFigures(
        question,
        count,
        answers / seconds,
        Percentiles.of(tally.micros),
        (double) tally.bytes.get() / answers);
  }

  private Void askUntil(long end, Tally tally) throws IOException, InterruptedException {
    HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    do {
      URI question = questions.get((int) (tally.asked.getAndIncrement() % questions.size()));
      long sent = System.nanoTime();
      HttpResponse<byte[]> answer =
          http.send(
              HttpRequest.newBuilder(question).build(), HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() != OK) {
        throw new IllegalStateException(question.getPath() + " gave " + answer.statusCode());
      }
      tally.micros.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - sent));
      tally.bytes.addAndGet(answer.body().length);
    } while (System.nanoTime() < end);
    return null;
  }
}
