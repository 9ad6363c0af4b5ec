package dev.paca.streams.evidence;

import dev.paca.scoring.matter.MatterCount;
import dev.paca.scoring.matter.MatterDisagreements;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.report.Filed;
import dev.paca.scoring.rubric.Rubrics;
import dev.paca.scoring.tally.Place;
import dev.paca.scoring.tally.Placement;
import dev.paca.scoring.tally.Placer;
import dev.paca.streams.query.MatterView;
import dev.paca.streams.query.ReportView;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one matter: its timeline across agencies, how it counts, and where they disagree. */
public final class MatterQuery {
  private final Provinces provinces;
  private final ReportSource source;

  public MatterQuery(Provinces provinces, ReportSource source) {
    this.provinces = provinces;
    this.source = source;
  }

  public Optional<MatterView> find(String matterId, Rubrics rubrics) {
    List<Filed> reports = source.matter(matterId);
    return reports.isEmpty() ? Optional.empty() : Optional.of(view(matterId, reports, rubrics));
  }

  private MatterView view(String matterId, List<Filed> reports, Rubrics rubrics) {
    Placer placer = new Placer(provinces, rubrics);
    ReportViews views = new ReportViews(provinces);
    Optional<MatterCount> count = MatterCount.of(reports, placer);
    return new MatterView(
        matterId,
        ReportViews.byDate(
            reports.stream().map(f -> views.view(f, Map.of(), reason(placer.place(f)))).toList()),
        count.map(c -> c.by().report().key().path()).orElse(null),
        count.map(c -> c.places().stream().map(Place::year).toList()).orElse(List.of()),
        count.map(c -> c.places().get(0).province()).orElse(null),
        MatterDisagreements.of(reports).stream()
            .map(w -> new ReportView.Warning(w.code(), w.vi(), w.en()))
            .toList());
  }

  private static Optional<Placement.Reason> reason(Placement placement) {
    return placement.counts()
        ? Optional.empty()
        : placement.notCounted().stream().map(Placement.NotCounted::reason).findFirst();
  }
}
