package dev.paca.streams.serving;

import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.rubric.Rubrics;
import dev.paca.scoring.tally.Placer;
import dev.paca.streams.evidence.ReportSource;
import dev.paca.streams.query.TruthView;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * What is served at this moment.
 *
 * @param reports opens the stores for one question
 */
public record Present(
    ServedTables tables, Supplier<ReportSource> reports, Provinces provinces, Clock clock)
    implements Supplier<Snapshot> {

  @Override
  public Snapshot get() {
    Served served = tables.current();
    Rubrics rubrics =
        Rubrics.of(served.years().values().stream().map(Served.Year::rubric).toList());
    return new Snapshot(
        served, reports.get(), new Placer(provinces, rubrics), truth(served), clock.instant());
  }

  private TruthView truth(Served served) {
    return new TruthView(
        served.asOf() == 0 ? null : Instant.ofEpochMilli(served.asOf()).toString(),
        tables.age().map(Duration::toMillis).orElse(-1L),
        served.covers());
  }
}
