package dev.paca.streams.routing;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.atomic.LongAdder;

/** How questions about stores were answered, since the process started. */
public final class RoutingCounts implements MeterBinder {
  private final LongAdder hops = new LongAdder();
  private final LongAdder standby = new LongAdder();
  private final LongAdder refused = new LongAdder();

  void hop() {
    hops.increment();
  }

  /** A partition was read from a copy. */
  void standby() {
    standby.increment();
  }

  void refused() {
    refused.increment();
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    counter(registry, "paca.routing.hops", hops, "Requests to other instances for their stores");
    counter(
        registry, "paca.routing.standby.answers", standby, "Partitions read from a copy instead");
    counter(
        registry, "paca.routing.refusals", refused, "Questions refused: nobody had a partition");
  }

  private static void counter(MeterRegistry registry, String name, LongAdder of, String what) {
    FunctionCounter.builder(name, of, LongAdder::sum)
        .description(what + ", since the process started")
        .register(registry);
  }
}
