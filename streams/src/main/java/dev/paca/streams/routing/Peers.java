package dev.paca.streams.routing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.state.HostInfo;

/** The other instances, asked over HTTP. */
public final class Peers {
  /** An answer that is larger is dropped: it is kept in memory until it is whole. */
  private static final int MOST_BYTES = 256 * 1024 * 1024;

  private static final int OK = 200;

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /**
   * Asks once.
   *
   * @param wait after which it is given up; the future fails then, as it does when the instance
   *     does not answer or answers otherwise than it should
   */
  CompletableFuture<List<Shard>> ask(HostInfo host, PeerQuery query, Duration wait) {
    CompletableFuture<HttpResponse<byte[]>> sent;
    try {
      HttpRequest request = HttpRequest.newBuilder(address(host, query)).build();
      sent = http.sendAsync(request, info -> new BoundedBody(MOST_BYTES));
    } catch (IllegalArgumentException e) {
      return CompletableFuture.failedFuture(e); // Another instance's name for itself is no address.
    }
    // The client's own time-out ends with the headers; this one holds for the whole answer.
    return sent.thenApply(Peers::shards)
        .orTimeout(wait.toMillis(), TimeUnit.MILLISECONDS)
        .whenComplete((shards, failed) -> sent.cancel(true));
  }

  private static URI address(HostInfo host, PeerQuery query) {
    String name = host.host().contains(":") ? "[" + host.host() + "]" : host.host();
    return URI.create("http://" + name + ":" + host.port() + PeerRoute.PATH + "?" + query.text());
  }

  private static List<Shard> shards(HttpResponse<byte[]> response) {
    try {
      if (response.statusCode() != OK) {
        throw new IOException("status " + response.statusCode());
      }
      return Frames.read(response.body());
    } catch (IOException e) {
      throw new CompletionException(e);
    }
  }
}
