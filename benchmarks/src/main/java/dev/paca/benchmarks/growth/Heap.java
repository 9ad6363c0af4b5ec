package dev.paca.benchmarks.growth;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** What a service says of its heap at {@code /metrics}. */
final class Heap {
  private static final String USED = "jvm_memory_used_bytes{area=\"heap\"";
  private static final double MEGABYTE = 1 << 20;

  private Heap() {}

  static long usedMegabytes(URI address) throws IOException, InterruptedException {
    HttpRequest scrape = HttpRequest.newBuilder(address.resolve("/metrics")).build();
    return megabytes(
        HttpClient.newHttpClient().send(scrape, HttpResponse.BodyHandlers.ofString()).body());
  }

  /** All parts of the heap, added up. */
  static long megabytes(String metrics) {
    double bytes =
        metrics
            .lines()
            .filter(line -> line.startsWith(USED))
            .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
            .sum();
    return Math.round(bytes / MEGABYTE);
  }
}
