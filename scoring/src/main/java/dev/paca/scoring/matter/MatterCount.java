package dev.paca.scoring.matter;

import dev.paca.reports.Audit;
import dev.paca.reports.Denunciation;
import dev.paca.reports.Prosecution;
import dev.paca.scoring.measure.MeasureVector;
import dev.paca.scoring.measure.Measures;
import dev.paca.scoring.report.Filed;
import dev.paca.scoring.report.Report;
import dev.paca.scoring.report.ReportType;
import dev.paca.scoring.report.Revisions;
import dev.paca.scoring.tally.Place;
import dev.paca.scoring.tally.Placement;
import dev.paca.scoring.tally.Placer;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/**
 * What one matter gives to {@code matters.*}: one, for the type, years and province of its earliest
 * counted report that shows corruption.
 *
 * @param by the report it counts by
 */
public record MatterCount(Filed by, List<Place> places) {
  /** The types whose reports can show corruption, so that a matter counts by them. */
  public static final Set<ReportType> TYPES =
      Set.of(ReportType.AUDITS, ReportType.DENUNCIATIONS, ReportType.PROSECUTIONS);

  /** By date, then audits, denunciations, prosecutions, then agency and report id. */
  private static final Comparator<Filed> EARLIEST =
      Comparator.<Filed, LocalDate>comparing(filed -> filed.report().occurredOn())
          .thenComparing(filed -> filed.report().key());

  /**
   * Empty when no report on the matter both shows corruption and counts in a known year.
   *
   * @param reports those of which a kept revision names the matter
   */
  public static Optional<MatterCount> of(
      String matterId, Collection<Revisions> reports, Placer placer) {
    List<Placement.Counted> candidates =
        reports.stream()
            .flatMap(report -> placer.place(report).counted().stream())
            .filter(counted -> isOn(matterId, counted.by().report()))
            .filter(counted -> showsCorruption(counted.by().report()))
            .toList();
    return candidates.stream()
        .map(Placement.Counted::by)
        .min(EARLIEST)
        .map(by -> new MatterCount(by, places(candidates, by)));
  }

  private static boolean isOn(String matterId, Report report) {
    return report.matterId().filter(matterId::equals).isPresent();
  }

  /** Where it counts: in two years with a deadline between, two revisions of one report may. */
  private static List<Place> places(List<Placement.Counted> candidates, Filed by) {
    return candidates.stream()
        .filter(counted -> EARLIEST.compare(counted.by(), by) == 0)
        .map(Placement.Counted::place)
        .toList();
  }

  /** Whether a report is of a type that detects and states a corruption case. */
  public static boolean showsCorruption(Report report) {
    SpecificRecord body = report.body();
    if (report.retracted()) {
      return false;
    }
    if (body instanceof Audit audit) {
      return positive(audit.getCorruptionCases());
    }
    if (body instanceof Denunciation denunciation) {
      return positive(denunciation.getCorruptionCases());
    }
    return body instanceof Prosecution;
  }

  private static boolean positive(Long stated) {
    return stated != null && stated > 0;
  }

  public MeasureVector vector() {
    return MeasureVector.ones(
        Measures.MATTERS_DETECTED, Measures.MATTERS_DETECTED + "." + by.report().type().word());
  }
}
