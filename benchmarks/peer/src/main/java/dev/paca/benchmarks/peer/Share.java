package dev.paca.benchmarks.peer;

import dev.paca.benchmarks.checkout.Repository;
import dev.paca.scoring.measure.MeasureVector;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.report.Report;
import dev.paca.scoring.report.ReportType;
import dev.paca.scoring.report.Revisions;
import dev.paca.scoring.tally.Placement;
import dev.paca.scoring.tally.Placer;
import java.util.List;
import java.util.Optional;

/**
 * What one report gives to the sums of a peer. Where two years count it, the first does: not every
 * peer can give to two.
 *
 * @param key {@code YEAR/PROVINCE/TYPE}
 */
public record Share(String key, ReportType type, MeasureVector vector) {

  /** Places as Paca does, by the rubrics of the repository. */
  public static Placer placer() {
    return new Placer(Provinces.standard(), Repository.find().rubrics());
  }

  /** Empty where the report counts nowhere. */
  public static Optional<Share> of(Placer placer, Revisions revisions) {
    List<Placement.Counted> counted = placer.place(revisions).counted();
    if (counted.isEmpty()) {
      return Optional.empty();
    }
    Report report = counted.get(0).by().report();
    return Optional.of(
        new Share(
            counted.get(0).place().key() + "/" + report.type().word(),
            report.type(),
            MeasureVector.of(report)));
  }

  /** The type in a key. */
  public static ReportType type(String key) {
    String word = key.substring(key.lastIndexOf('/') + 1);
    return ReportType.ofWord(word)
        .orElseThrow(() -> new IllegalArgumentException("no report type in " + key));
  }
}
