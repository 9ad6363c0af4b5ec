package dev.paca.cli.up;

import dev.paca.cli.console.CommandFailed;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits until a service says that it is ready. */
final class Ready {
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final int OK = 200;
  private static final long POLL_MS = 50;

  private Ready() {}

  /**
   * @param name as a message names it
   */
  static void await(String name, String url) throws InterruptedException {
    HttpClient http = HttpClient.newHttpClient();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + "/health/ready"))
            .timeout(Duration.ofSeconds(5))
            .build();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    String last = "";
    while (System.nanoTime() < deadline) {
      try {
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() == OK) {
          return;
        }
        last = answer.body().strip();
      } catch (IOException e) {
        last = e.toString();
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MS);
    }
    throw new CommandFailed(
        name + " was not ready within " + PATIENCE.toSeconds() + " s; it said: " + last);
  }
}
