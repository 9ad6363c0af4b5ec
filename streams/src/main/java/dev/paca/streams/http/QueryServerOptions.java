package dev.paca.streams.http;

import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.List;

/**
 * How the query service listens.
 *
 * @param host address to listen on; nobody is asked who they are, so anything but 127.0.0.1 belongs
 *     behind a proxy
 * @param port 0 for a free one
 * @param maxStreams how many may follow {@code /v1/stream} at a time
 * @param pingEvery how often a quiet stream shows that it is alive; below the 30 s after which
 *     servers and proxies call a connection dead
 * @param maxBehind how many changes may arrive while a stream's reader takes nothing, before the
 *     stream is ended; the reader resumes by id
 * @param meters what else {@code /metrics} shows
 */
public record QueryServerOptions(
    String host,
    int port,
    int maxStreams,
    Duration pingEvery,
    int maxBehind,
    List<MeterBinder> meters) {

  public QueryServerOptions {
    meters = List.copyOf(meters);
  }

  /** On 127.0.0.1, with the defaults. */
  public static QueryServerOptions onPort(int port) {
    return new QueryServerOptions(
        "127.0.0.1", port, 1_000, Duration.ofSeconds(15), 10_000, List.of());
  }

  public QueryServerOptions withHost(String address) {
    return new QueryServerOptions(address, port, maxStreams, pingEvery, maxBehind, meters);
  }

  public QueryServerOptions withMeters(List<MeterBinder> more) {
    return new QueryServerOptions(host, port, maxStreams, pingEvery, maxBehind, more);
  }

  /** Limits of {@code /v1/stream}. */
  public QueryServerOptions withStreams(int most, Duration ping, int behind) {
    return new QueryServerOptions(host, port, most, ping, behind, meters);
  }
}
