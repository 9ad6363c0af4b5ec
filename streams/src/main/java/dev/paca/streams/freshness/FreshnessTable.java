package dev.paca.streams.freshness;

import dev.paca.internal.ReporterFreshness;
import dev.paca.internal.ServedFreshness;
import dev.paca.scoring.freshness.Freshness;
import dev.paca.scoring.freshness.Reporter;
import dev.paca.scoring.freshness.Reporters;
import dev.paca.scoring.province.Province;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.report.Revisions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who reports, everywhere, and how fresh that is. Immutable.
 *
 * @param reporters those that are named; a province, as it was when the work occurred, says who
 * @param unnamed how many agencies of a province are not named, where there are
 * @param covers TOPIC-PARTITION → next input offset
 */
public record FreshnessTable(
    List<Entry> reporters, Map<Province, Long> unnamed, Map<String, Long> covers) {
  public static final FreshnessTable NOTHING = new FreshnessTable(List.of(), Map.of(), Map.of());

  /** One reporter. */
  public record Entry(Reporter by, Freshness freshness) {}

  public FreshnessTable {
    reporters = List.copyOf(reporters);
    unnamed = Map.copyOf(unnamed);
    covers = Map.copyOf(covers);
  }

  /** As it was served; what this table of provinces does not have is left out. */
  public static FreshnessTable of(
      Collection<ServedFreshness> served, Provinces provinces, Map<String, Long> covers) {
    List<Entry> entries = new ArrayList<>();
    Map<Province, Long> unnamed = new HashMap<>();
    for (ServedFreshness each : served) {
      Optional<Province> found =
          FreshnessCodec.province(provinces, each.getProvince(), each.getSince());
      found.ifPresent(
          province -> {
            for (ReporterFreshness reporter : each.getReporters()) {
              entries.add(
                  new Entry(
                      FreshnessCodec.reporter(province, reporter),
                      FreshnessCodec.freshness(reporter)));
            }
            if (each.getUnnamed() > 0) {
              unnamed.put(province, each.getUnnamed());
            }
          });
    }
    return new FreshnessTable(entries, unnamed, covers);
  }

  /**
   * Of reports that were folded.
   *
   * @param until only what occurred on or before this day
   */
  public static FreshnessTable of(
      Collection<Revisions> ledger,
      Provinces provinces,
      Optional<LocalDate> until,
      Map<String, Long> covers) {
    Reporters reporters = new Reporters(provinces);
    ledger.stream()
        .filter(each -> until.filter(each.latest().report().occurredOn()::isAfter).isEmpty())
        .forEach(reporters::add);
    List<Entry> entries = new ArrayList<>();
    for (Province province : reporters.provinces()) {
      reporters.of(province).forEach((by, freshness) -> entries.add(new Entry(by, freshness)));
    }
    return new FreshnessTable(entries, Map.of(), covers);
  }
}
