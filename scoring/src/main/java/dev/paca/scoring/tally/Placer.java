package dev.paca.scoring.tally;

import dev.paca.reports.Appraisal;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.report.Filed;
import dev.paca.scoring.report.Revisions;
import dev.paca.scoring.rubric.Rubric;
import dev.paca.scoring.rubric.Rubrics;
import dev.paca.scoring.tally.Placement.Counted;
import dev.paca.scoring.tally.Placement.NotCounted;
import dev.paca.scoring.tally.Placement.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Places a report in the assessment years that count it. A pure function of the report's revisions
 * and the rubrics: a report placed again under other rubrics is as if they had been known before.
 *
 * <p>Late reports: in each year the revision counts that was the latest when the year's {@code
 * acceptUntil} ended (by the broker's time). What came later is kept and not counted there, be it a
 * correction or a retraction: nobody unsays after the deadline what was said before it. Appraisals
 * decide about a closed year and are not subject to it.
 */
public final class Placer {
  private final Provinces provinces;
  private final Rubrics rubrics;
  private final long until;
  // One for each rubric once a report is placed: every question makes a placer, and few use it.
  private volatile List<AssessmentYear> years = List.of();

  /** Hears where a report counts and where it does not, earliest year first. */
  @FunctionalInterface
  public interface Hearer {
    /**
     * @param by the revision that counts there
     */
    void counts(Place place, Filed by);

    /** As {@link NotCounted}. */
    default void countsNot(OptionalInt year, Reason reason, Filed revision) {}
  }

  public Placer(Provinces provinces, Rubrics rubrics) {
    this(provinces, rubrics, Optional.empty());
  }

  /**
   * @param until only what occurred on or before this day counts
   */
  public Placer(Provinces provinces, Rubrics rubrics, Optional<LocalDate> until) {
    this.provinces = provinces;
    this.rubrics = rubrics;
    this.until = until.map(LocalDate::toEpochDay).orElse(Long.MAX_VALUE);
  }

  /** Where a report counts, where it does not, and why. */
  public Placement place(Revisions revisions) {
    List<Counted> counted = new ArrayList<>(2);
    List<NotCounted> reasons = new ArrayList<>(1);
    place(
        revisions,
        new Hearer() {
          @Override
          public void counts(Place place, Filed by) {
            counted.add(new Counted(place, by));
          }

          @Override
          public void countsNot(OptionalInt year, Reason reason, Filed revision) {
            reasons.add(new NotCounted(year, reason, revision));
          }
        });
    if (counted.isEmpty() && reasons.isEmpty()) {
      Filed latest = revisions.latest();
      Reason reason = latest.report().retracted() ? Reason.RETRACTED : Reason.NO_WINDOW;
      reasons.add(new NotCounted(OptionalInt.empty(), reason, latest));
    }
    return new Placement(counted, reasons);
  }

  /** The same, told instead of collected; of what no year covers nothing is told. */
  public void place(Revisions revisions, Hearer hearer) {
    Filed latest = revisions.latest();
    if (latest.report().body() instanceof Appraisal appraisal) {
      placeAppraisal(latest, appraisal, hearer);
      return;
    }
    long day = latest.report().occurredOn().toEpochDay();
    for (AssessmentYear year : years()) {
      if (latest.receivedAt() < year.acceptedBefore()) {
        if (year.covers(day)) {
          placeKnown(year, latest, day, hearer);
        }
      } else {
        placeLate(year, revisions, hearer);
      }
    }
  }

  /** Whichever thread works them out, they are the same. */
  private List<AssessmentYear> years() {
    if (years.size() < rubrics.all().size()) {
      years = rubrics.all().stream().map(rubric -> new AssessmentYear(rubric, provinces)).toList();
    }
    return years;
  }

  /** By the revision that was the latest at the deadline. */
  private void placeLate(AssessmentYear year, Revisions revisions, Hearer hearer) {
    Filed latest = revisions.latest();
    Optional<Filed> timely = revisions.knownBefore(year.acceptedBefore());
    if (timely.isPresent()) {
      long day = timely.get().report().occurredOn().toEpochDay();
      if (year.covers(day)) {
        placeKnown(year, timely.get(), day, hearer);
      }
    }
    if (year.covers(latest.report().occurredOn().toEpochDay())) {
      hearer.countsNot(year.year(), Reason.LATE, latest);
    }
  }

  private void placeKnown(AssessmentYear year, Filed known, long day, Hearer hearer) {
    if (!known.report().retracted()) {
      inSet(year, known, day, hearer);
    }
  }

  private void placeAppraisal(Filed filed, Appraisal appraisal, Hearer hearer) {
    for (AssessmentYear year : years()) {
      if (year.year().getAsInt() == appraisal.getAssessmentYear() && !filed.report().retracted()) {
        placeAppraisal(year, filed, appraisal.getCriterion(), hearer);
      }
    }
  }

  private void placeAppraisal(AssessmentYear year, Filed filed, String criterion, Hearer hearer) {
    Optional<Boolean> leaf = year.leaf(criterion);
    if (leaf.orElse(false) || criterion.equals(Rubric.TOTAL)) {
      inSet(year, filed, filed.report().occurredOn().toEpochDay(), hearer);
    } else {
      Reason reason = leaf.isPresent() ? Reason.NOT_A_LEAF : Reason.UNKNOWN_CRITERION;
      hearer.countsNot(year.year(), reason, filed);
    }
  }

  private void inSet(AssessmentYear year, Filed filed, long day, Hearer hearer) {
    if (day > until) {
      hearer.countsNot(year.year(), Reason.LATER, filed);
      return;
    }
    Optional<Place> place = year.place(filed.report().province(), day);
    if (place.isPresent()) {
      hearer.counts(place.get(), filed);
    } else {
      hearer.countsNot(year.year(), Reason.NOT_IN_PROVINCE_SET, filed);
    }
  }
}
