package dev.paca.cli.up;

import dev.paca.cli.console.CommandFailed;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits until a service says that it is ready. */
final class Ready {
  private static final Logger LOG = LoggerFactory.getLogger(Ready.class);
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final int OK = 200;
  private static final long POLL_MS = 50;

  private Ready() {}

  /**
   * @param name as a message names it
   */
  static void await(String name, String url) throws InterruptedException {
    if (!within(PATIENCE, url)) {
      throw new CommandFailed(
          name
              + " was not ready within "
              + PATIENCE.toSeconds()
              + " s; see "
              + url
              + "/health/ready");
    }
  }

  /**
   * The same for a service whose supervisor has the patience: what it waits for it says in its log
   * and at {@code /health/ready}, and to end it would only make it begin anew.
   */
  static void awaitHoweverLong(String url) throws InterruptedException {
    while (!within(PATIENCE, url)) {
      LOG.warn("not ready yet; {}/health/ready says why", url);
    }
  }

  private static boolean within(Duration patience, String url) throws InterruptedException {
    HttpClient http = HttpClient.newHttpClient();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + "/health/ready"))
            .timeout(Duration.ofSeconds(5))
            .build();
    long deadline = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < deadline) {
      try {
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() == OK) {
          return true;
        }
      } catch (IOException e) {
        LOG.debug("not listening yet", e);
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MS);
    }
    return false;
  }
}
