package dev.paca.streams.evidence;

import dev.paca.scoring.matter.MatterCount;
import dev.paca.scoring.measure.MeasureVector;
import dev.paca.scoring.report.Report;
import dev.paca.scoring.report.Revisions;
import dev.paca.scoring.tally.Placement;
import dev.paca.scoring.tally.Placer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How matters count, by the ledger's own reports: whoever has read every report that could show
 * corruption in a matter knows how it counts, and need not ask the matters' stores.
 */
final class CountedMatters {
  private final Map<String, List<Revisions>> reports = new HashMap<>();
  private final Map<String, Optional<MatterCount>> counts = new HashMap<>();
  private final Placer placer;

  /**
   * @param all every report of {@link MatterCount#TYPES} on the matters asked about, others with
   *     them, each once
   */
  CountedMatters(Collection<Revisions> all, Placer placer) {
    this.placer = placer;
    for (Revisions report : all) {
      report
          .matterIds()
          .forEach(id -> reports.computeIfAbsent(id, m -> new ArrayList<>()).add(report));
    }
  }

  /** One for the matter, when it counts by this report and here. */
  Optional<MeasureVector> countedBy(Placement.Counted counted) {
    Report report = counted.by().report();
    return report
        .matterId()
        .flatMap(this::count)
        .filter(count -> count.by().report().key().equals(report.key()))
        .filter(count -> count.places().contains(counted.place()))
        .map(MatterCount::vector);
  }

  private Optional<MatterCount> count(String matterId) {
    return counts.computeIfAbsent(
        matterId, id -> MatterCount.of(id, reports.getOrDefault(id, List.of()), placer));
  }
}
