package dev.paca.producers.sample;

import static dev.paca.scoring.report.ReportType.APPRAISALS;

import dev.paca.reports.AppraisalStage;
import dev.paca.scoring.rubric.Criterion;
import dev.paca.scoring.rubric.Rubric;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Points decided from documents: what the province gave itself, what the Government Inspectorate
 * gave it, and for 2021, whose results are out, what became final.
 */
final class AppraisalReports {
  private static final int CONCLUDED_YEAR = 2021;

  private AppraisalReports() {}

  /**
   * Every appraised leaf gets the given points; where a formula decides, only a self-assessment.
   */
  static List<Filing> of(Scene scene, Rubric rubric, Map<String, Long> points) {
    List<Filing> filings = new ArrayList<>();
    for (Criterion leaf : rubric.leaves()) {
      if (leaf.appraised()) {
        long max = NationalMeans.hundredths(leaf.max());
        long own = points.getOrDefault(leaf.code(), Math.round(max * scene.quality(leaf.code())));
        filings.add(self(scene, leaf, own, max));
        if (points.containsKey(leaf.code())) {
          filings.addAll(decided(scene, leaf, own));
        }
      }
    }
    return filings;
  }

  /**
   * Where the Government Inspectorate decided otherwise than the formula: one province in sixteen,
   * for handling under criminal law, in the concluded year.
   */
  static List<Filing> overruled(Scene scene, Rubric rubric) {
    Criterion leaf = rubric.find("C.2.3").orElseThrow();
    Dice dice = scene.dice("overruled");
    if (scene.year() != CONCLUDED_YEAR || !dice.chance(0.06)) {
      return List.of();
    }
    return List.of(appraisal(scene, leaf, AppraisalStage.FINAL, 200 + 25L * dice.between(0, 12)));
  }

  /** Provinces see themselves better, in quarter points, by up to a quarter of the maximum. */
  private static Filing self(Scene scene, Criterion leaf, long points, long max) {
    Dice dice = scene.dice("self " + leaf.code());
    long better = points + Math.round(max * 0.25 * dice.share());
    return appraisal(scene, leaf, AppraisalStage.SELF, Math.min(max, (better + 24) / 25 * 25));
  }

  /** Of the concluded year the final points; where an appeal moved them, the appraised ones too. */
  private static List<Filing> decided(Scene scene, Criterion leaf, long points) {
    if (scene.year() != CONCLUDED_YEAR) {
      return List.of(appraisal(scene, leaf, AppraisalStage.APPRAISED, points));
    }
    Filing last = appraisal(scene, leaf, AppraisalStage.FINAL, points);
    Dice dice = scene.dice("appeal " + leaf.code());
    long before = Math.max(0, points - 5L * dice.between(1, 10));
    return dice.chance(0.08)
        ? List.of(appraisal(scene, leaf, AppraisalStage.APPRAISED, before), last)
        : List.of(last);
  }

  private static Filing appraisal(
      Scene scene, Criterion leaf, AppraisalStage stage, long hundredths) {
    Office office = stage == AppraisalStage.SELF ? Office.committee(scene.province()) : Office.TTCP;
    String reportId =
        scene.reportId("CD") + "-" + scene.province() + "-" + leaf.code() + "-" + stage.name();
    return Filing.of(APPRAISALS, office, reportId, scene.province(), decidedOn(scene, stage))
        .with("assessmentYear", scene.year())
        .with("criterion", leaf.code())
        .with("stage", stage)
        .with("points", BigDecimal.valueOf(hundredths, 2));
  }

  /** 2021's results came out in February 2023, 2022's in November 2023. */
  private static LocalDate decidedOn(Scene scene, AppraisalStage stage) {
    return switch (stage) {
      case SELF -> LocalDate.of(scene.year() + 1, 1, 31);
      case APPRAISED -> LocalDate.of(scene.year() + 1, 10, 31);
      case FINAL -> LocalDate.of(scene.year() + 2, 2, 3);
    };
  }
}
