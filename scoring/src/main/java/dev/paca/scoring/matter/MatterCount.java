package dev.paca.scoring.matter;

import dev.paca.reports.Audit;
import dev.paca.reports.Denunciation;
import dev.paca.reports.Prosecution;
import dev.paca.scoring.measure.MeasureVector;
import dev.paca.scoring.measure.Measures;
import dev.paca.scoring.report.Filed;
import dev.paca.scoring.report.Report;
import dev.paca.scoring.tally.Place;
import dev.paca.scoring.tally.Placer;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * What one matter gives to {@code matters.*}: one, for the type, years and province of its earliest
 * counted report that shows corruption.
 *
 * @param by the report it counts by
 */
public record MatterCount(Filed by, List<Place> places) {
  /** By date, then audits, denunciations, prosecutions, then agency and report id. */
  private static final Comparator<Filed> EARLIEST =
      Comparator.<Filed, LocalDate>comparing(filed -> filed.report().occurredOn())
          .thenComparing(filed -> filed.report().key());

  /** Empty when no report on the matter both shows corruption and counts in a known year. */
  public static Optional<MatterCount> of(Collection<Filed> reports, Placer placer) {
    return reports.stream()
        .filter(filed -> showsCorruption(filed.report()))
        .filter(filed -> placer.place(filed).counts())
        .min(EARLIEST)
        .map(filed -> new MatterCount(filed, placer.place(filed).places()));
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
