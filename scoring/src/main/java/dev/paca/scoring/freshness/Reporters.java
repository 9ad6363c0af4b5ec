package dev.paca.scoring.freshness;

import dev.paca.scoring.province.Province;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.report.Revisions;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The freshness of every reporter over some set of reports: all of them, or those of one partition.
 * Memory grows with the number of reporters and not of reports, so what was taken back may leave
 * one unknown until all reports are {@linkplain #recall told again}.
 */
public final class Reporters {
  private final Provinces provinces;
  private final Map<Province, Map<Reporter, ReporterReports>> byProvince = new HashMap<>();
  private final Set<Reporter> unknown = new HashSet<>();

  /** All reports, to be told again. */
  @FunctionalInterface
  public interface Reports {
    void forEach(Consumer<Revisions> each);
  }

  public Reporters(Provinces provinces) {
    this.provinces = provinces;
  }

  /** Counts a report that is known to be new. */
  public void add(Revisions report) {
    Reporter.of(report, provinces).ifPresent(by -> reports(by).add(report.latest()));
  }

  /**
   * Replaces what is known of a report.
   *
   * @param touched is told every province of which something may have changed
   */
  public void replace(Optional<Revisions> before, Revisions now, Consumer<Province> touched) {
    if (before.filter(old -> old.latest().offset() == now.latest().offset()).isPresent()) {
      return; // What came is kept for a deadline; the latest is what it was.
    }
    Optional<Reporter> was = before.flatMap(old -> Reporter.of(old, provinces));
    Optional<Reporter> is = Reporter.of(now, provinces);
    if (was.isPresent()) {
      take(was.get(), before.orElseThrow());
      touched.accept(was.get().province());
    }
    if (is.isPresent()) {
      reports(is.get()).add(now.latest());
      touched.accept(is.get().province());
    }
  }

  private void take(Reporter by, Revisions old) {
    ReporterReports reports = reports(by);
    reports.take(old.latest());
    if (reports.isEmpty()) {
      byProvince.get(by.province()).remove(by);
    } else if (!reports.isKnown()) {
      unknown.add(by);
    }
  }

  private ReporterReports reports(Reporter by) {
    return byProvince
        .computeIfAbsent(by.province(), province -> new HashMap<>())
        .computeIfAbsent(by, reporter -> new ReporterReports());
  }

  /** Looks through all reports where something is unknown; to be called before asking. */
  public void recall(Reports all) {
    Map<Reporter, ReporterReports> again = new HashMap<>();
    for (Reporter by : unknown) {
      if (known(by).filter(reports -> !reports.isKnown()).isPresent()) {
        again.put(by, new ReporterReports());
      }
    }
    unknown.clear();
    if (!again.isEmpty()) {
      all.forEach(
          report ->
              Reporter.of(report, provinces)
                  .map(again::get)
                  .ifPresent(reports -> reports.add(report.latest())));
      again.forEach((by, reports) -> byProvince.get(by.province()).put(by, reports));
    }
  }

  private Optional<ReporterReports> known(Reporter by) {
    return Optional.ofNullable(byProvince.get(by.province())).map(reports -> reports.get(by));
  }

  /** Provinces, as they were when the work occurred, for which somebody reports. */
  public Set<Province> provinces() {
    return Set.copyOf(byProvince.keySet());
  }

  /** Who reports for a province; throws where it was not {@linkplain #recall recalled}. */
  public Map<Reporter, Freshness> of(Province province) {
    Map<Reporter, Freshness> found = new HashMap<>();
    byProvince
        .getOrDefault(province, Map.of())
        .forEach((by, reports) -> found.put(by, reports.freshness().orElseThrow()));
    return found;
  }
}
