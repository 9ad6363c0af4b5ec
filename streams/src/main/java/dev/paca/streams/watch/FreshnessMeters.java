package dev.paca.streams.watch;

import dev.paca.reports.AgencyKind;
import dev.paca.scoring.freshness.Freshness;
import dev.paca.scoring.province.Province;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.report.Filed;
import dev.paca.scoring.report.ReportType;
import dev.paca.streams.freshness.FreshnessTable;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * How long provinces and kinds of agencies have been silent, and how many reports are in force: of
 * all time, the same in every instance. Whoever never reported has been silent for ever (+Inf), so
 * that an alert on a bound sees it. By province of today and by kind; agencies are too many.
 */
public final class FreshnessMeters implements Refreshed {
  private final Supplier<FreshnessTable> table;
  private final Provinces provinces;
  private final Clock clock;
  private MultiGauge received;
  private MultiGauge occurred;
  private MultiGauge kindReceived;
  private MultiGauge kindProvinces;
  private MultiGauge inForce;

  public FreshnessMeters(Supplier<FreshnessTable> table, Provinces provinces, Clock clock) {
    this.table = table;
    this.provinces = provinces;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    received =
        gauge(
            registry,
            "paca.freshness.received.age",
            "seconds",
            "Since a report in force arrived for the province; +Inf for never");
    occurred =
        gauge(
            registry,
            "paca.freshness.occurred.age",
            "seconds",
            "Since the day on which the newest report in force occurred began; +Inf for never");
    kindReceived =
        gauge(
            registry,
            "paca.freshness.kind.received.age",
            "seconds",
            "Since a report in force of any agency of the kind arrived; +Inf for never");
    kindProvinces =
        gauge(
            registry,
            "paca.freshness.kind.provinces",
            null,
            "Provinces of today for which an agency of the kind has a report in force");
    inForce =
        gauge(registry, "paca.reports.in.force", null, "Reports in force, of all time, by type");
  }

  private static MultiGauge gauge(
      MeterRegistry registry, String name, String unit, String description) {
    return MultiGauge.builder(name).baseUnit(unit).description(description).register(registry);
  }

  @Override
  public void refresh() {
    LocalDate today = Filed.dateOf(clock.millis());
    Map<Province, Freshness> byProvince = new HashMap<>();
    Map<AgencyKind, Freshness> byKind = new EnumMap<>(AgencyKind.class);
    Map<AgencyKind, Set<Province>> reportedFor = new EnumMap<>(AgencyKind.class);
    Map<ReportType, Long> counts = new EnumMap<>(ReportType.class);
    for (FreshnessTable.Entry entry : table.get().reporters()) {
      AgencyKind kind = entry.by().kind();
      byKind.merge(kind, entry.freshness(), Freshness::and);
      entry.freshness().reports().forEach((type, count) -> counts.merge(type, count, Long::sum));
      provinces
          .asOf(entry.by().province(), today)
          .ifPresent(
              province -> {
                byProvince.merge(province, entry.freshness(), Freshness::and);
                reportedFor.computeIfAbsent(kind, k -> new HashSet<>()).add(province);
              });
    }
    List<MultiGauge.Row<?>> receivedRows = new ArrayList<>();
    List<MultiGauge.Row<?>> occurredRows = new ArrayList<>();
    for (Province province : provinces.on(today)) {
      Tags tags = Tags.of("province", province.code());
      Freshness freshness = byProvince.get(province);
      receivedRows.add(row(tags, age(freshness, Freshness::receivedAt)));
      occurredRows.add(row(tags, age(freshness, FreshnessMeters::start)));
    }
    received.register(receivedRows, true);
    occurred.register(occurredRows, true);
    List<MultiGauge.Row<?>> kindRows = new ArrayList<>();
    List<MultiGauge.Row<?>> kindProvinceRows = new ArrayList<>();
    for (AgencyKind kind : EnumSet.allOf(AgencyKind.class)) {
      Tags tags = Tags.of("kind", kind.name());
      kindRows.add(row(tags, age(byKind.get(kind), Freshness::receivedAt)));
      kindProvinceRows.add(row(tags, reportedFor.getOrDefault(kind, Set.of()).size()));
    }
    kindReceived.register(kindRows, true);
    kindProvinces.register(kindProvinceRows, true);
    List<MultiGauge.Row<?>> typeRows = new ArrayList<>();
    for (ReportType type : ReportType.values()) {
      typeRows.add(row(Tags.of("type", type.word()), counts.getOrDefault(type, 0L)));
    }
    inForce.register(typeRows, true);
  }

  private static MultiGauge.Row<Number> row(Tags tags, double value) {
    return MultiGauge.Row.of(tags, value);
  }

  private static double start(Freshness freshness) {
    return freshness.occurredOn().atStartOfDay(Filed.ZONE).toInstant().toEpochMilli();
  }

  private double age(Freshness freshness, ToDoubleFunction<Freshness> at) {
    return freshness == null
        ? Double.POSITIVE_INFINITY
        : Math.max(0, (clock.millis() - at.applyAsDouble(freshness)) / 1000);
  }
}
