package dev.paca.benchmarks.expected;

import dev.paca.benchmarks.bed.Bed;
import dev.paca.benchmarks.peer.Share;
import dev.paca.benchmarks.peer.Sums;
import dev.paca.scoring.fold.Fold;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.report.Revisions;
import dev.paca.scoring.rubric.Rubric;
import dev.paca.scoring.tally.Placer;
import dev.paca.streams.recount.InputFromTopics;
import dev.paca.streams.recount.ReadingProgress;
import dev.paca.streams.recount.Recount;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the plain fold makes of the input.
 *
 * @param records that were folded
 * @param assessments year → every score and rank: what Paca must serve
 * @param covered TOPIC-PARTITION → next offset
 * @param sums {@code YEAR/PROVINCE/TYPE} → what peers must come to
 */
public record Expected(
    long records,
    Map<Integer, Fold.Assessment> assessments,
    Map<String, Long> covered,
    Map<String, Sums> sums) {

  /** Folds what lies on the bed. */
  public static Expected of(Bed bed) {
    Recount recount =
        Recount.of(new InputFromTopics(bed.settings(), ReadingProgress.NONE), Recount.Options.NOW);
    if (recount.turnedAway() > 0) {
      throw new IllegalStateException(recount.turnedAway() + " reports of the workload are none");
    }
    Placer placer = Share.placer();
    Map<String, Sums> sums = new HashMap<>();
    for (Revisions revisions : recount.fold().ledger()) {
      Share.of(placer, revisions)
          .ifPresent(
              share ->
                  sums.computeIfAbsent(share.key(), key -> Sums.none(share.type()))
                      .add(share.vector()));
    }
    return new Expected(recount.reports(), recount.assessments(), recount.covered(), sums);
  }

  /** The same reports by another rubric of a year, whose window and provinces are the same. */
  public Expected under(Rubric instead) {
    Map<Integer, Fold.Assessment> others = new TreeMap<>(assessments);
    others.computeIfPresent(
        instead.year(),
        (year, before) -> Fold.Assessment.of(instead, Provinces.standard(), before.tallies()));
    return new Expected(records, others, covered, sums);
  }
}
