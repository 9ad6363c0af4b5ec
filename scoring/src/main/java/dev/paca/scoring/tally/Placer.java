package dev.paca.scoring.tally;

import dev.paca.reports.Appraisal;
import dev.paca.scoring.province.Province;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.report.Filed;
import dev.paca.scoring.report.Report;
import dev.paca.scoring.report.Revisions;
import dev.paca.scoring.rubric.Criterion;
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
  private final Optional<LocalDate> until;

  public Placer(Provinces provinces, Rubrics rubrics) {
    this(provinces, rubrics, Optional.empty());
  }

  /**
   * @param until only what occurred on or before this day counts
   */
  public Placer(Provinces provinces, Rubrics rubrics, Optional<LocalDate> until) {
    this.provinces = provinces;
    this.rubrics = rubrics;
    this.until = until;
  }

  public Placement place(Revisions revisions) {
    List<Counted> counted = new ArrayList<>(2);
    List<NotCounted> reasons = new ArrayList<>(1);
    Filed latest = revisions.latest();
    if (latest.report().body() instanceof Appraisal appraisal) {
      placeAppraisal(latest, appraisal, counted, reasons);
    } else {
      for (Rubric rubric : rubrics.all()) {
        placeIn(rubric, revisions, counted, reasons);
      }
    }
    if (counted.isEmpty() && reasons.isEmpty()) {
      Reason reason = latest.report().retracted() ? Reason.RETRACTED : Reason.NO_WINDOW;
      reasons.add(new NotCounted(OptionalInt.empty(), reason, latest));
    }
    return new Placement(counted, reasons);
  }

  private void placeIn(
      Rubric rubric, Revisions revisions, List<Counted> counted, List<NotCounted> reasons) {
    Filed latest = revisions.latest();
    if (rubric.acceptUntil().isEmpty()) {
      placeKnown(rubric, latest, counted, reasons);
      return;
    }
    if (isFarFrom(rubric, revisions)) {
      return;
    }
    Optional<Filed> timely = revisions.knownOn(rubric.acceptUntil().get());
    timely.ifPresent(known -> placeKnown(rubric, known, counted, reasons));
    if (timely.filter(known -> known.revision() == latest.revision()).isEmpty()
        && rubric.window().contains(latest.report().occurredOn())) {
      reasons.add(new NotCounted(OptionalInt.of(rubric.year()), Reason.LATE, latest));
    }
  }

  /** Whether no revision is in the window, so that nothing is to be decided. */
  private static boolean isFarFrom(Rubric rubric, Revisions revisions) {
    for (Filed filed : revisions.filed()) {
      if (rubric.window().contains(filed.report().occurredOn())) {
        return false;
      }
    }
    return true;
  }

  private void placeKnown(
      Rubric rubric, Filed known, List<Counted> counted, List<NotCounted> reasons) {
    if (!known.report().retracted() && rubric.window().contains(known.report().occurredOn())) {
      inSet(rubric, known, counted, reasons);
    }
  }

  private void placeAppraisal(
      Filed filed, Appraisal appraisal, List<Counted> counted, List<NotCounted> reasons) {
    Optional<Rubric> found = rubrics.of(appraisal.getAssessmentYear());
    if (filed.report().retracted() || found.isEmpty()) {
      return;
    }
    Rubric rubric = found.get();
    if (!appraisal.getCriterion().equals(Rubric.TOTAL)) {
      Optional<Criterion> criterion = rubric.find(appraisal.getCriterion());
      if (criterion.filter(Criterion::leaf).isEmpty()) {
        Reason reason = criterion.isPresent() ? Reason.NOT_A_LEAF : Reason.UNKNOWN_CRITERION;
        reasons.add(new NotCounted(OptionalInt.of(rubric.year()), reason, filed));
        return;
      }
    }
    inSet(rubric, filed, counted, reasons);
  }

  private void inSet(Rubric rubric, Filed filed, List<Counted> counted, List<NotCounted> reasons) {
    Report report = filed.report();
    if (until.filter(report.occurredOn()::isAfter).isPresent()) {
      reasons.add(new NotCounted(OptionalInt.of(rubric.year()), Reason.LATER, filed));
      return;
    }
    Optional<Province> province =
        provinces
            .resolve(report.province(), report.occurredOn())
            .flatMap(reported -> provinces.asOf(reported, rubric.provincesAsOf()));
    if (province.isPresent()) {
      counted.add(new Counted(new Place(rubric.year(), province.get().code()), filed));
    } else {
      reasons.add(new NotCounted(OptionalInt.of(rubric.year()), Reason.NOT_IN_PROVINCE_SET, filed));
    }
  }
}
