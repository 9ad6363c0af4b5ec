package dev.paca.streams.serving;

import dev.paca.reports.AgencyKind;
import dev.paca.scoring.freshness.ExpectedKinds;
import dev.paca.scoring.freshness.Freshness;
import dev.paca.scoring.province.Province;
import dev.paca.scoring.province.ProvinceSearch;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.report.Filed;
import dev.paca.streams.freshness.FreshnessTable;
import dev.paca.streams.query.FreshnessView;
import dev.paca.streams.query.FreshnessView.Newest;
import dev.paca.streams.query.TruthView;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Who reports, by the provinces of one day. */
final class FreshnessViews {
  private final Provinces provinces;
  private final Snapshot snapshot;
  private final LocalDate today;

  /** An agency of a province of today. */
  private record Seat(AgencyKind kind, String agency) {}

  FreshnessViews(Provinces provinces, Snapshot snapshot) {
    this.provinces = provinces;
    this.snapshot = snapshot;
    this.today = Filed.dateOf(snapshot.now().toEpochMilli());
  }

  /**
   * @param text a province of today by code, name or abbreviation
   */
  FreshnessView view(Optional<String> text, Optional<String> agency) {
    FreshnessTable table = snapshot.served().freshness();
    Optional<Province> only = text.map(this::province);
    Map<Province, Map<Seat, Freshness>> seats = seats(table, agency);
    if (agency.isPresent() && seats.isEmpty()) {
      throw Lookup.refused(
          "no agency %s has a report in force; a code is as the agency writes it in its reports"
              .formatted(agency.get()));
    }
    List<FreshnessView.ProvinceRow> rows =
        provinces.on(today).stream()
            .filter(province -> only.isEmpty() || province.equals(only.get()))
            .filter(province -> agency.isEmpty() || seats.containsKey(province))
            .map(
                province ->
                    row(
                        province,
                        seats.getOrDefault(province, Map.of()),
                        agency.isEmpty() ? ExpectedKinds.OF_A_PROVINCE : Set.of(),
                        agency.isEmpty() ? unnamed(table, province) : 0))
            .sorted(Comparator.comparing(FreshnessView.ProvinceRow::freshness, SILENT_FIRST))
            .toList();
    return new FreshnessView(today.toString(), rows, truth(table));
  }

  private static final Comparator<Newest> SILENT_FIRST =
      Comparator.nullsFirst(
          Comparator.comparing((Newest newest) -> Instant.parse(newest.receivedAt()))
              .thenComparing(Newest::occurredOn));

  private TruthView truth(FreshnessTable table) {
    TruthView truth = snapshot.truth();
    return new TruthView(truth.asOf(), truth.ageMs(), table.covers(), truth.until(), truth.at());
  }

  private Province province(String text) {
    return ProvinceSearch.find(text, provinces.on(today))
        .orElseThrow(() -> Lookup.refused(noProvince(text)));
  }

  private String noProvince(String text) {
    return ProvinceSearch.find(text, provinces.on(today.minusYears(2)))
        .flatMap(old -> provinces.asOf(old, today))
        .map(
            now ->
                "no province %s today; it is part of %s (%s) since %s"
                    .formatted(text, now.name(), now.code(), now.validFrom()))
        .orElse(
            "no province %s today; name one by its GSO code, name or abbreviation, as 92,"
                    .formatted(text)
                + " \"Cần Thơ\" or CTH");
  }

  private Map<Province, Map<Seat, Freshness>> seats(FreshnessTable table, Optional<String> agency) {
    Map<Province, Map<Seat, Freshness>> seats = new HashMap<>();
    for (FreshnessTable.Entry entry : table.reporters()) {
      if (agency.isEmpty() || agency.get().equals(entry.by().agency())) {
        provinces
            .asOf(entry.by().province(), today)
            .ifPresent(
                province ->
                    seats
                        .computeIfAbsent(province, p -> new HashMap<>())
                        .merge(
                            new Seat(entry.by().kind(), entry.by().agency()),
                            entry.freshness(),
                            Freshness::and));
      }
    }
    return seats;
  }

  private long unnamed(FreshnessTable table, Province province) {
    return table.unnamed().entrySet().stream()
        .filter(each -> provinces.asOf(each.getKey(), today).filter(province::equals).isPresent())
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private FreshnessView.ProvinceRow row(
      Province province, Map<Seat, Freshness> seats, Set<AgencyKind> expected, long unnamed) {
    Map<AgencyKind, Freshness> byKind = new TreeMap<>();
    List<FreshnessView.Agency> agencies = new ArrayList<>();
    seats.forEach(
        (seat, freshness) -> {
          byKind.merge(seat.kind(), freshness, Freshness::and);
          agencies.add(
              new FreshnessView.Agency(seat.agency(), seat.kind().name(), newest(freshness)));
        });
    agencies.sort(
        Comparator.comparing(FreshnessView.Agency::freshness, SILENT_FIRST)
            .thenComparing(FreshnessView.Agency::agency));
    Set<AgencyKind> kinds = new TreeSet<>(byKind.keySet());
    kinds.addAll(expected);
    return new FreshnessView.ProvinceRow(
        province.code(),
        province.name(),
        byKind.values().stream().reduce(Freshness::and).map(this::newest).orElse(null),
        kinds.stream()
            .map(
                kind ->
                    new FreshnessView.Kind(
                        kind.name(),
                        ExpectedKinds.OF_A_PROVINCE.contains(kind),
                        Optional.ofNullable(byKind.get(kind)).map(this::newest).orElse(null)))
            .toList(),
        agencies,
        unnamed);
  }

  private Newest newest(Freshness freshness) {
    Map<String, Long> byType = new TreeMap<>();
    freshness.reports().forEach((type, count) -> byType.put(type.word(), count));
    return new Newest(
        freshness.occurredOn().toString(),
        daysAgo(freshness.occurredOn()),
        Instant.ofEpochMilli(freshness.receivedAt()).toString(),
        daysAgo(Filed.dateOf(freshness.receivedAt())),
        freshness.count(),
        byType);
  }

  /** Clocks differ: what arrived tomorrow arrived today. */
  private long daysAgo(LocalDate day) {
    return Math.max(0, ChronoUnit.DAYS.between(day, today));
  }
}
