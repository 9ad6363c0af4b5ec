package dev.paca.streams;

import dev.paca.streams.serving.ServedTables;
import dev.paca.streams.topology.StoreMemory;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;

/** How far the served tables of this instance are, and what its stores take of memory. */
record ServedMeters(ServedTables tables, StoreMemory memory, Clock clock) implements MeterBinder {

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("paca.served.heard.age", this, ServedMeters::heardAge)
        .baseUnit("seconds")
        .description("Since the broker last answered the served tables; +Inf for never")
        .register(registry);
    Gauge.builder("paca.served.input.age", this, ServedMeters::inputAge)
        .baseUnit("seconds")
        .description("Age of the newest input in the served scores; +Inf before any")
        .register(registry);
    Gauge.builder("paca.served.behind.records", tables, t -> t.behind().orElse(-1))
        .description("Records of the serving topic not read yet, -1 when not known")
        .register(registry);
    Gauge.builder("paca.store.memory", memory, StoreMemory::used)
        .baseUnit("bytes")
        .description("Memory of all stores of this instance, of rocksdb-cache")
        .register(registry);
  }

  private double heardAge() {
    return tables.age().map(age -> age.toMillis() / 1000.0).orElse(Double.POSITIVE_INFINITY);
  }

  private double inputAge() {
    return age(tables.current().asOf());
  }

  private double age(long at) {
    return at == 0 ? Double.POSITIVE_INFINITY : Math.max(0, clock.millis() - at) / 1000.0;
  }
}
