package dev.paca.scoring.fold;

import static dev.paca.scoring.ReportSamples.DAY;
import static dev.paca.scoring.ReportSamples.appraisal;
import static dev.paca.scoring.ReportSamples.audit;
import static dev.paca.scoring.ReportSamples.denunciation;
import static dev.paca.scoring.ReportSamples.filed;
import static dev.paca.scoring.ReportSamples.prosecution;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paca.reports.AppraisalStage;
import dev.paca.scoring.RubricSamples;
import dev.paca.scoring.fold.Fold.Assessment;
import dev.paca.scoring.measure.Measures;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.report.Filed;
import dev.paca.scoring.report.Revisions;
import dev.paca.scoring.report.Revisions.Decision;
import dev.paca.scoring.rubric.Rubric;
import dev.paca.scoring.score.ProvinceScore;
import dev.paca.scoring.tally.Tally;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The way from a report to a rank, by example. */
class FoldTest {
  private final Fold fold = new Fold(Provinces.standard(), RubricSamples.all());

  @Test
  void everyYearWithARubricIsAssessedForEveryProvinceOfItsSet() {
    assertThat(fold.assessments().keySet()).containsExactly(2021, 2022, 2023, 2024, 2025);
    assertThat(fold.assessments().get(2022).scores()).hasSize(63);
    assertThat(fold.assessments().get(2025).scores()).hasSize(34);
    assertThat(fold.assessments().get(2022).ranking().mean()).isEmpty();
  }

  @Test
  void reportsAndACaseMakePointsAndARank() {
    fold.file(filed(audit().setMatterId("VA-1").setCorruptionCases(5L).build()));
    fold.file(filed(prosecution().setMatterId("VA-1").build()));
    fold.file(filed(denunciation().setReceived(4L).setResolved(4L).build()));
    fold.file(filed(appraisal("D.1", AppraisalStage.FINAL, "6.5").build()));
    Assessment assessment = fold.assessments().get(2022);
    ProvinceScore score = assessment.scores().get("94");
    assertPoints(score, "C.1", "5.50");
    assertPoints(score, "C.5", "5.00");
    // One case, found by an audit: 2 × 0 + 1.
    assertPoints(score, "C.6", "1.00");
    assertPoints(score, "D.1", "6.50");
    assertThat(assessment.ranking().rankOf("94")).hasValue(1);
    assertThat(assessment.rubric()).isSameAs(RubricSamples.of(2022));
  }

  @Test
  void filingSaysWhatBecameOfAReport() {
    assertThat(fold.file(filed(audit().setRevision(2L).build(), 1, 1)))
        .isEqualTo(Decision.ACCEPTED);
    assertThat(fold.file(filed(audit().setRevision(2L).build(), 2, 2)))
        .isEqualTo(Decision.DUPLICATE);
    assertThat(fold.file(filed(audit().setRevision(1L).build(), 3, 3))).isEqualTo(Decision.OLDER);
    assertThat(fold.file(filed(audit().setRevision(2L).setProvince("92").build(), 4, 4)))
        .isEqualTo(Decision.CONFLICT);
    assertThat(fold.ledger()).hasSize(1);
    assertThatThrownBy(() -> fold.ledger().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void aCumulativeFormIsOneReportWhoseLaterPeriodIsAHigherRevision() {
    for (int quarter = 1; quarter <= 4; quarter++) {
      fold.file(
          filed(
              audit()
                  .setReportId("form-2022")
                  .setRevision((long) quarter)
                  .setPeriodFrom(LocalDate.of(2021, 12, 15))
                  .setOccurredOn(LocalDate.of(2022, 3 * quarter, 14))
                  .setCorruptionCases(2L * quarter)
                  .build()));
    }
    assertPoints(fold.assessments().get(2022).scores().get("94"), "C.1", "5.50");
  }

  @Test
  void underAnotherRubricTheSameReportsAreScoredAnewAndTheFirstFoldStays() {
    fold.file(filed(audit().setCorruptionCases(5L).build()));
    Rubric other =
        RubricSamples.withCriteria(
            """
            source: test
            criteria:
              - {code: C, name: {vi: v, en: e}, max: 7, provenance: illustrative, points: "7.0"}
            """);
    ProvinceScore rescored = fold.under(other).assessments().get(2022).scores().get("94");
    assertThat(rescored.total()).isEqualTo(new BigDecimal("7.00"));
    assertPoints(fold.assessments().get(2022).scores().get("94"), "C.1", "5.50");
  }

  @Test
  void aReportIsFoundByItsKeyAndPlacedAsTheFoldCountsIt() {
    Fold until = new Fold(Provinces.standard(), RubricSamples.all(), Optional.of(DAY.minusDays(1)));
    Filed filed = filed(audit().setCorruptionCases(5L).build());
    until.file(filed);
    Revisions found = until.report(filed.report().key()).orElseThrow();
    assertThat(found.latest()).isEqualTo(filed);
    assertThat(until.report(filed(denunciation().build()).report().key())).isEmpty();
    assertThat(until.placer().place(found).counts()).isFalse();
    assertThat(until.assessments().get(2022).scores().get("94").hasAnything()).isFalse();
    assertThat(until.assessments().get(2022).tallies()).isEmpty();
  }

  @Test
  void theTalliesOfAYearAreThoseItsScoresWereMadeOf() {
    fold.file(filed(audit().setMatterId("VA-1").setCorruptionCases(5L).build()));
    Map<String, Tally> tallies = fold.assessments().get(2022).tallies();
    assertThat(tallies).containsOnlyKeys("94");
    assertThat(tallies.get("94").sum(Measures.index("audits.corruptionCases").orElseThrow()))
        .isEqualTo(5);
    assertThat(tallies.get("94").sum(Measures.index("matters.detected").orElseThrow()))
        .isEqualTo(1);
  }

  private static void assertPoints(ProvinceScore score, String code, String points) {
    assertThat(score.criterion(code).orElseThrow().points()).isEqualTo(new BigDecimal(points));
  }
}
