package dev.paca.streams.routing;

import dev.paca.streams.evidence.ReportSource;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Opens all instances' stores for one question after the other.
 *
 * @param partitions of the report topics and of the matters topic
 * @param deadline how long the others may take over one question
 * @param nanos a clock that only advances
 */
public record Routing(
    Shards local,
    Whereabouts whereabouts,
    Peers peers,
    int partitions,
    Duration deadline,
    LongSupplier nanos,
    RoutingCounts counts)
    implements Supplier<ReportSource> {

  /** Without anybody who looks at how questions are answered. */
  public Routing(
      Shards local,
      Whereabouts whereabouts,
      Peers peers,
      int partitions,
      Duration deadline,
      LongSupplier nanos) {
    this(local, whereabouts, peers, partitions, deadline, nanos, new RoutingCounts());
  }

  /** For one question: its deadline begins with its first read. */
  @Override
  public ReportSource get() {
    return new RoutedReports(this);
  }
}
