package dev.paca.benchmarks.core;

import dev.paca.scoring.fold.Fold;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.report.Filed;
import dev.paca.scoring.report.ReportKey;
import dev.paca.scoring.report.Revisions;
import dev.paca.scoring.rubric.Rubrics;
import dev.paca.scoring.tally.Place;
import dev.paca.scoring.tally.Placer;
import dev.paca.scoring.tally.Tallies;
import dev.paca.scoring.tally.Tally;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What streams does with a report, in memory: look up what is known of it, decide, take back what
 * that gave, give what it gives now. With matters also what its case counts.
 */
final class ReportFold {
  private final Map<ReportKey, Revisions> ledger = new HashMap<>();
  private final Tallies tallies;
  private final Optional<MatterFold> matters;
  private long touched;

  private ReportFold(Rubrics rubrics, boolean withMatters) {
    Placer placer = new Placer(Provinces.standard(), rubrics);
    this.tallies = new Tallies(placer);
    this.matters = withMatters ? Optional.of(new MatterFold(placer)) : Optional.empty();
  }

  static ReportFold ofReports(Rubrics rubrics) {
    return new ReportFold(rubrics, false);
  }

  static ReportFold ofReportsAndMatters(Rubrics rubrics) {
    return new ReportFold(rubrics, true);
  }

  /** Every score and rank by the plain fold. */
  static Map<Integer, Fold.Assessment> plainly(Iterable<Filed> all, Rubrics rubrics) {
    Fold fold = new Fold(Provinces.standard(), rubrics);
    all.forEach(fold::file);
    return fold.assessments();
  }

  void file(Filed filed) {
    ReportKey key = filed.report().key();
    Optional<Revisions> before = Optional.ofNullable(ledger.get(key));
    Revisions.Outcome outcome = Revisions.file(before, filed);
    if (outcome.decision() == Revisions.Decision.ACCEPTED) {
      Revisions now = outcome.now();
      ledger.put(key, now);
      tallies.replace(before, now, (place, report) -> touched++);
      matters.ifPresent(fold -> fold.replace(before, now));
    }
  }

  /** The tallies of all places, with those of matters where they are folded. */
  Map<Place, Tally> sums() {
    Map<Place, Tally> sums = new TreeMap<>();
    for (Place place : tallies.places()) {
      Tally sum = new Tally();
      tallies.of(place).ifPresent(sum::add);
      matters.flatMap(fold -> fold.of(place)).ifPresent(sum::addSums);
      sums.put(place, sum);
    }
    return sums;
  }

  /** How often a tally changed. */
  long touched() {
    return touched;
  }
}
