package dev.paca.streams.watch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** How far the tasks of this instance are, by partition: at the moment of the look. */
public final class TaskMeters implements Refreshed {
  private final Supplier<List<InputLag>> lags;
  private final RecordCounts counts;
  private final RestoreProgress restores;
  private final Clock clock;
  private MultiGauge lagRecords;
  private MultiGauge lagAge;
  private MultiGauge restored;
  private MultiGauge toRestore;
  private MultiGauge copyBehind;

  public TaskMeters(
      Supplier<List<InputLag>> lags, RecordCounts counts, RestoreProgress restores, Clock clock) {
    this.lags = lags;
    this.counts = counts;
    this.restores = restores;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    lagRecords =
        gauge(registry, "paca.input.lag.records", null, "Records between committed and the end");
    lagAge =
        gauge(
            registry,
            "paca.input.lag.age",
            "seconds",
            "Age of the last report read where there are more; 0 where there are none");
    restored =
        gauge(registry, "paca.store.restored.records", null, "Read of those that a task waits for");
    toRestore =
        gauge(registry, "paca.store.to.restore.records", null, "Records that a task waits for");
    copyBehind =
        gauge(
            registry,
            "paca.copy.behind.records",
            null,
            "Changelog records that a copy kept here for another instance lacks");
  }

  private static MultiGauge gauge(
      MeterRegistry registry, String name, String unit, String description) {
    return MultiGauge.builder(name).baseUnit(unit).description(description).register(registry);
  }

  @Override
  public void refresh() {
    List<InputLag> now = lags.get();
    lagRecords.register(rows(now, TaskMeters::tags, InputLag::records), true);
    List<InputLag> dated =
        now.stream().filter(lag -> counts.newest(lag.partition()).isPresent()).toList();
    lagAge.register(rows(dated, TaskMeters::tags, this::age), true);
    List<RestoreProgress.Progress> restoring = restores.restoring();
    restored.register(rows(restoring, TaskMeters::tags, RestoreProgress.Progress::restored), true);
    toRestore.register(
        rows(restoring, TaskMeters::tags, RestoreProgress.Progress::toRestore), true);
    copyBehind.register(
        rows(restores.copies(), TaskMeters::tags, RestoreProgress.Progress::behind), true);
  }

  private double age(InputLag lag) {
    return lag.records() == 0
        ? 0
        : Math.max(0, clock.millis() - counts.newest(lag.partition()).orElseThrow()) / 1000.0;
  }

  private static Tags tags(InputLag lag) {
    return Tags.of(
        "topic",
        lag.partition().topic(),
        "partition",
        Integer.toString(lag.partition().partition()));
  }

  private static Tags tags(RestoreProgress.Progress progress) {
    return Tags.of(
        "store", progress.of().store(), "partition", Integer.toString(progress.of().partition()));
  }

  private static <T> List<MultiGauge.Row<?>> rows(
      List<T> all, Function<T, Tags> tags, Function<T, Number> value) {
    return all.stream()
        .map(each -> MultiGauge.Row.of(tags.apply(each), value.apply(each)))
        .collect(Collectors.toList());
  }
}
