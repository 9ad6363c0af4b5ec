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
import dev.paca.scoring.tally.Placer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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

  private static final Map<ReportType, MeasureVector> GIVES = new EnumMap<>(ReportType.class);

  static {
    for (ReportType type : Measures.matterTypes()) {
      GIVES.put(
          type,
          MeasureVector.ones(
              Measures.MATTERS_DETECTED, Measures.MATTERS_DETECTED + "." + type.word()));
    }
  }

  /**
   * Empty when no report on the matter both shows corruption and counts in a known year.
   *
   * @param reports those of which a kept revision names the matter
   */
  public static Optional<MatterCount> of(
      String matterId, Collection<Revisions> reports, Placer placer) {
    Earliest earliest = new Earliest(matterId);
    for (Revisions report : reports) {
      if (earliest.mayBe(report)) {
        placer.place(report, earliest);
      }
    }
    return earliest.count();
  }

  /**
   * Whether the matter could count by this report, wherever and whenever that is; without those it
   * could not count by, a matter counts the same.
   */
  public static boolean mayBeBy(String matterId, Revisions report) {
    return report.filed().stream().anyMatch(filed -> isCandidate(matterId, filed.report()));
  }

  private static boolean isCandidate(String matterId, Report report) {
    return report.matterId().filter(matterId::equals).isPresent() && showsCorruption(report);
  }

  /** The earliest of the revisions that count, and where it does. */
  private static final class Earliest implements Placer.Hearer {
    private final String matterId;
    private Optional<Filed> first = Optional.empty();
    // In two years with a deadline between, two revisions of one report may count.
    private final List<Place> places = new ArrayList<>(2);

    Earliest(String matterId) {
      this.matterId = matterId;
    }

    /** Whether it is worth placing: most reports of a matter are later than its first. */
    boolean mayBe(Revisions report) {
      for (Filed filed : report.filed()) {
        if (isCandidate(filed.report()) && comparedWithFirst(filed) <= 0) {
          return true;
        }
      }
      return false;
    }

    private boolean isCandidate(Report report) {
      return MatterCount.isCandidate(matterId, report);
    }

    private int comparedWithFirst(Filed filed) {
      return first.isEmpty() ? -1 : EARLIEST.compare(filed, first.get());
    }

    @Override
    public void counts(Place place, Filed by) {
      int compared = isCandidate(by.report()) ? comparedWithFirst(by) : 1;
      if (compared < 0) {
        first = Optional.of(by);
        places.clear();
      }
      if (compared <= 0) {
        places.add(place);
      }
    }

    Optional<MatterCount> count() {
      return first.map(by -> new MatterCount(by, List.copyOf(places)));
    }
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

  /** Whether both give the same to the same places. */
  boolean givesAs(MatterCount other) {
    return by.report().key().equals(other.by.report().key()) && places.equals(other.places);
  }

  /** What it gives to each of its places. */
  public MeasureVector vector() {
    return GIVES.get(by.report().type());
  }
}
