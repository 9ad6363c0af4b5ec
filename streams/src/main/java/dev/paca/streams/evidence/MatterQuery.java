package dev.paca.streams.evidence;

import dev.paca.scoring.matter.MatterCount;
import dev.paca.scoring.matter.MatterDisagreements;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.report.Filed;
import dev.paca.scoring.report.Revisions;
import dev.paca.scoring.tally.Place;
import dev.paca.scoring.tally.Placement;
import dev.paca.scoring.tally.Placer;
import dev.paca.streams.query.MatterView;
import dev.paca.streams.query.ReportView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads one matter: its timeline across agencies, how it counts, and where they disagree. */
public final class MatterQuery {
  private final Provinces provinces;
  private final ReportSource source;

  public MatterQuery(Provinces provinces, ReportSource source) {
    this.provinces = provinces;
    this.source = source;
  }

  public Optional<MatterView> find(String matterId, Placer placer) {
    List<Revisions> reports = source.matter(matterId);
    return reports.isEmpty() ? Optional.empty() : Optional.of(view(matterId, reports, placer));
  }

  private MatterView view(String matterId, List<Revisions> reports, Placer placer) {
    Optional<MatterCount> count = MatterCount.of(matterId, reports, placer);
    List<Filed> latest = reports.stream().map(report -> latest(matterId, report)).toList();
    return new MatterView(
        matterId,
        ReportViews.byDate(
            reports.stream().flatMap(report -> views(matterId, placer, report)).toList()),
        count.map(c -> c.by().report().key().path()).orElse(null),
        count.map(c -> c.places().stream().map(Place::year).toList()).orElse(List.of()),
        count.map(c -> c.places().get(0).province()).orElse(null),
        MatterDisagreements.of(latest, provinces).stream()
            .map(w -> new ReportView.Warning(w.code(), w.vi(), w.en()))
            .toList(),
        source.behind().orElse(null));
  }

  /** The revision that counts, in whatever year, and those on this matter that do not. */
  private Stream<ReportView> views(String matterId, Placer placer, Revisions report) {
    ReportViews views = new ReportViews(provinces);
    Placement placement = placer.place(report);
    Map<Filed, Optional<Placement.Reason>> shown = new LinkedHashMap<>();
    placement.counted().forEach(counted -> shown.put(counted.by(), Optional.empty()));
    placement
        .notCounted()
        .forEach(not -> shown.putIfAbsent(not.revision(), Optional.of(not.reason())));
    return shown.entrySet().stream()
        .filter(entry -> isOn(matterId, entry.getKey()))
        .map(entry -> views.view(entry.getKey(), Map.of(), entry.getValue()));
  }

  private static Filed latest(String matterId, Revisions report) {
    return report.filed().stream()
        .filter(filed -> isOn(matterId, filed))
        .reduce((earlier, later) -> later)
        .orElse(report.latest());
  }

  private static boolean isOn(String matterId, Filed filed) {
    return filed.report().matterId().filter(matterId::equals).isPresent();
  }
}
