package dev.paca.scoring.tally;

import dev.paca.reports.Appraisal;
import dev.paca.scoring.province.Province;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.report.Filed;
import dev.paca.scoring.report.Report;
import dev.paca.scoring.rubric.Criterion;
import dev.paca.scoring.rubric.Rubric;
import dev.paca.scoring.rubric.Rubrics;
import dev.paca.scoring.tally.Placement.NotCounted;
import dev.paca.scoring.tally.Placement.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Places a report in the assessment years that count it. A pure function of the report and the
 * rubrics: a report placed again under other rubrics is as if they had been known before.
 *
 * <p>Late reports: after a year's {@code acceptUntil} (judged by the broker's time) agencies'
 * reports are kept and not counted; appraisals decide about a closed year and are not subject to
 * it.
 */
public final class Placer {
  private final Provinces provinces;
  private final Rubrics rubrics;

  public Placer(Provinces provinces, Rubrics rubrics) {
    this.provinces = provinces;
    this.rubrics = rubrics;
  }

  public Placement place(Filed filed) {
    List<Place> places = new ArrayList<>(2);
    List<NotCounted> reasons = new ArrayList<>(1);
    if (filed.report().retracted()) {
      return new Placement(places, List.of(new NotCounted(OptionalInt.empty(), Reason.RETRACTED)));
    }
    if (filed.report().body() instanceof Appraisal appraisal) {
      placeAppraisal(filed.report(), appraisal, places, reasons);
    } else {
      for (Rubric rubric : rubrics.all()) {
        if (rubric.window().contains(filed.report().occurredOn())) {
          placeIn(rubric, filed, places, reasons);
        }
      }
    }
    if (places.isEmpty() && reasons.isEmpty()) {
      reasons.add(new NotCounted(OptionalInt.empty(), Reason.NO_WINDOW));
    }
    return new Placement(places, reasons);
  }

  private void placeIn(Rubric rubric, Filed filed, List<Place> places, List<NotCounted> reasons) {
    if (rubric.acceptUntil().filter(filed.receivedOn()::isAfter).isPresent()) {
      reasons.add(new NotCounted(OptionalInt.of(rubric.year()), Reason.LATE));
      return;
    }
    inSet(rubric, filed.report(), places, reasons);
  }

  private void placeAppraisal(
      Report report, Appraisal appraisal, List<Place> places, List<NotCounted> reasons) {
    Optional<Rubric> found = rubrics.of(appraisal.getAssessmentYear());
    if (found.isEmpty()) {
      return;
    }
    Rubric rubric = found.get();
    if (!appraisal.getCriterion().equals(Rubric.TOTAL)) {
      Optional<Criterion> criterion = rubric.find(appraisal.getCriterion());
      if (criterion.filter(Criterion::leaf).isEmpty()) {
        Reason reason = criterion.isPresent() ? Reason.NOT_A_LEAF : Reason.UNKNOWN_CRITERION;
        reasons.add(new NotCounted(OptionalInt.of(rubric.year()), reason));
        return;
      }
    }
    inSet(rubric, report, places, reasons);
  }

  private void inSet(Rubric rubric, Report report, List<Place> places, List<NotCounted> reasons) {
    Optional<Province> province =
        provinces
            .resolve(report.province(), report.occurredOn())
            .flatMap(reported -> provinces.asOf(reported, rubric.provincesAsOf()));
    if (province.isPresent()) {
      places.add(new Place(rubric.year(), province.get().code()));
    } else {
      reasons.add(new NotCounted(OptionalInt.of(rubric.year()), Reason.NOT_IN_PROVINCE_SET));
    }
  }
}
