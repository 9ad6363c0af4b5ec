package dev.paca.streams.serving;

import dev.paca.reports.AgencyKind;
import dev.paca.scoring.freshness.Freshness;
import dev.paca.scoring.freshness.Reporter;
import dev.paca.scoring.province.Province;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.report.ReportType;
import dev.paca.scoring.rubric.Rubrics;
import dev.paca.scoring.tally.Placer;
import dev.paca.streams.freshness.FreshnessTable;
import dev.paca.streams.query.FreshnessView;
import dev.paca.streams.query.TruthView;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Invented reporters on 20 December 2025: inspectorates everywhere but in one province, the police
 * of Sóc Trăng before the merger and of Cần Thơ after it.
 */
public final class FixtureFreshness {
  public static final Instant NOW = Instant.parse("2025-12-20T03:00:00Z");
  public static final TruthView TRUTH = new TruthView("2025-12-20T02:00:00Z", 12, Map.of());
  private static final Provinces PROVINCES = Provinces.standard();

  private FixtureFreshness() {}

  public static FreshnessView view(Optional<String> province, Optional<String> agency) {
    return view(table(), province, agency);
  }

  /** Of other reporters, on the same day. */
  public static FreshnessView view(
      FreshnessTable table, Optional<String> province, Optional<String> agency) {
    Served served = new Served(new TreeMap<>(), Map.of(), 0, table);
    Snapshot snapshot =
        new Snapshot(
            served,
            new FixtureRubrics.NoReports(),
            new Placer(PROVINCES, Rubrics.none()),
            TRUTH,
            NOW);
    return new FreshnessViews(PROVINCES, snapshot).view(province, agency);
  }

  public static FreshnessTable.Entry entry(
      String province, String occurredOn, AgencyKind kind, String agency, Instant receivedAt) {
    LocalDate day = LocalDate.parse(occurredOn);
    Province then = PROVINCES.resolve(province, day).orElseThrow();
    return new FreshnessTable.Entry(
        new Reporter(then, kind, agency),
        new Freshness(day, receivedAt.toEpochMilli(), Map.of(ReportType.AUDITS, 2L)));
  }

  private static FreshnessTable table() {
    List<FreshnessTable.Entry> entries = new ArrayList<>();
    LocalDate today = LocalDate.parse("2025-12-20");
    int days = 0;
    for (Province province : PROVINCES.on(today)) {
      String code = province.code();
      if (!code.equals("01")) {
        LocalDate day = today.minusDays(days);
        entries.add(
            entry(
                code,
                day.toString(),
                AgencyKind.INSPECTORATE,
                "thanh-tra-tinh-" + code,
                day.atTime(1, 0).toInstant(ZoneOffset.UTC)));
      }
      days += 5;
    }
    Instant spring = Instant.parse("2025-03-01T01:00:00Z");
    Instant yesterday = Instant.parse("2025-12-19T01:00:00Z");
    entries.add(entry("94", "2025-02-28", AgencyKind.POLICE, "cong-an-tinh-94", spring));
    entries.add(entry("92", "2025-12-18", AgencyKind.POLICE, "cong-an-tinh-92", yesterday));
    Province canTho = PROVINCES.resolve("92", today).orElseThrow();
    return new FreshnessTable(entries, Map.of(canTho, 3L), Map.of("paca.audits-0", 42L));
  }
}
