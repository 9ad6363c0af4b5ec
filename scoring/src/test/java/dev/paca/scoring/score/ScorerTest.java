package dev.paca.scoring.score;

import static dev.paca.scoring.ReportSamples.appraisal;
import static dev.paca.scoring.ReportSamples.audit;
import static dev.paca.scoring.ReportSamples.conflict;
import static dev.paca.scoring.ReportSamples.denunciation;
import static dev.paca.scoring.ReportSamples.filed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.reports.AppraisalStage;
import dev.paca.scoring.RubricSamples;
import dev.paca.scoring.formula.Formula;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.report.Revisions;
import dev.paca.scoring.rubric.Rubric;
import dev.paca.scoring.rubric.Rubrics;
import dev.paca.scoring.tally.Place;
import dev.paca.scoring.tally.Placer;
import dev.paca.scoring.tally.Tallies;
import dev.paca.scoring.tally.Tally;
import java.math.BigDecimal;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class ScorerTest {
  private static final Rubric RUBRIC = RubricSamples.of(2022);
  // 5 × 3 / 5 = 3 points for C.5, which is appraised as well.
  private static final SpecificRecord COMPUTED =
      denunciation().setReceived(5L).setResolved(3L).build();

  @Test
  void effectivePointsAreFinalElseAppraisedElseComputedElseSelf() {
    SpecificRecord self = given("C.5", AppraisalStage.SELF, "5");
    SpecificRecord appraised = given("C.5", AppraisalStage.APPRAISED, "2.5");
    SpecificRecord decided = given("C.5", AppraisalStage.FINAL, "2.75");
    assertLeaf("C.5", "0.00", Basis.NONE);
    assertLeaf("C.5", "5.00", Basis.SELF, self);
    assertLeaf("C.5", "3.00", Basis.COMPUTED, self, COMPUTED);
    assertLeaf("C.5", "2.50", Basis.APPRAISED, self, COMPUTED, appraised);
    assertLeaf("C.5", "2.75", Basis.FINAL, self, COMPUTED, appraised, decided);
    assertLeaf("C.5", "2.75", Basis.FINAL, decided);
  }

  @Test
  void everyStageIsKeptBesideTheEffectivePoints() {
    CriterionScore score =
        score(
                RUBRIC,
                given("C.5", AppraisalStage.SELF, "5"),
                COMPUTED,
                given("C.5", AppraisalStage.APPRAISED, "2.5"),
                given("C.5", AppraisalStage.FINAL, "2.75"))
            .criterion("C.5")
            .orElseThrow();
    assertThat(score.self()).contains(new BigDecimal("5.00"));
    assertThat(score.computed()).contains(new BigDecimal("3.00"));
    assertThat(score.appraised()).contains(new BigDecimal("2.50"));
    assertThat(score.finalPoints()).contains(new BigDecimal("2.75"));
  }

  @Test
  void aFormulaThatFailsLeavesTheCriterionToSelfAndSaysWhy() {
    SpecificRecord nothingReceived = denunciation().setResolved(3L).build();
    assertLeaf("C.5", "4.00", Basis.SELF, nothingReceived, given("C.5", AppraisalStage.SELF, "4"));
    CriterionScore score = score(RUBRIC, nothingReceived).criterion("C.5").orElseThrow();
    assertThat(score.basis()).isEqualTo(Basis.NONE);
    assertThat(score.problem()).contains(Formula.Problem.DIVISION_BY_ZERO);
  }

  @Test
  void withoutAnyFiguresNothingIsComputed() {
    // C.2 and D.2 would give 2.5 and 3 points over zeros alone.
    ProvinceScore score = score(RUBRIC, given("D.1", AppraisalStage.SELF, "6"));
    assertThat(score.total()).isEqualTo(new BigDecimal("6.00"));
    assertThat(score.criterion("C.2").orElseThrow().basis()).isEqualTo(Basis.NONE);
    assertLeaf("C.2", "2.50", Basis.COMPUTED, audit().build());
    assertLeaf("D.2", "3.00", Basis.COMPUTED, audit().build());
  }

  @Test
  void pointsGivenAreClampedToTheMaximum() {
    assertLeaf("D.1", "7.00", Basis.FINAL, given("D.1", AppraisalStage.FINAL, "99.99"));
    assertLeaf("D.1", "7.00", Basis.SELF, given("D.1", AppraisalStage.SELF, "7.01"));
    assertLeaf("D.1", "7.00", Basis.APPRAISED, given("D.1", AppraisalStage.APPRAISED, "7"));
    assertLeaf("D.2", "0.00", Basis.COMPUTED, conflict().setDetected(30L).build());
  }

  @Test
  void aParentIsTheSumOfItsChildrenAndTheTotalOfItsParts() {
    ProvinceScore score =
        score(
            RUBRIC,
            audit().setCorruptionCases(5L).build(),
            COMPUTED,
            given("D.1", AppraisalStage.FINAL, "6.25"));
    // C: 5.5 + 2.5 + 0 + 0 + 3 + 0, D: 6.25 + 3.
    assertPoints(score, "C", "11.00");
    assertPoints(score, "D", "9.25");
    assertThat(score.total()).isEqualTo(new BigDecimal("20.25"));
    assertThat(score.max()).isEqualTo(new BigDecimal("50.00"));
    assertThat(score.totalIsFinal()).isFalse();
    assertThat(score.rubricVersion()).isEqualTo(1);
    assertThat(score.criteria())
        .extracting(CriterionScore::code)
        .containsExactly("C", "C.1", "C.2", "C.3", "C.4", "C.5", "C.6", "D", "D.1", "D.2");
  }

  @Test
  void aParentIsAsFirmAsTheLeastFirmOfItsChildrenThatHaveSomething() {
    SpecificRecord decided = given("D.1", AppraisalStage.FINAL, "6");
    assertBasis("D", Basis.FINAL, decided);
    assertBasis("D", Basis.COMPUTED, decided, COMPUTED);
    assertBasis("D", Basis.SELF, given("D.1", AppraisalStage.SELF, "6"), COMPUTED);
    assertBasis("C", Basis.NONE, decided);
    assertThat(score(RUBRIC, decided).basis()).isEqualTo(Basis.FINAL);
    assertThat(score(RUBRIC, decided, given("C.1", AppraisalStage.SELF, "1")).basis())
        .isEqualTo(Basis.SELF);
  }

  @Test
  void aFinalTotalReplacesTheSumAndSaysSo() {
    ProvinceScore score = score(RUBRIC, COMPUTED, given("TOTAL", AppraisalStage.FINAL, "44.46"));
    assertThat(score.total()).isEqualTo(new BigDecimal("44.46"));
    assertThat(score.totalIsFinal()).isTrue();
    assertThat(score.basis()).isEqualTo(Basis.FINAL);
    assertPoints(score, "C.5", "3.00");
    assertThat(score(RUBRIC, given("TOTAL", AppraisalStage.FINAL, "50.01")).total())
        .isEqualTo(new BigDecimal("50.00"));
  }

  @Test
  void aTotalOfAnotherStageReplacesNothing() {
    ProvinceScore score =
        score(
            RUBRIC,
            COMPUTED,
            given("TOTAL", AppraisalStage.SELF, "44"),
            given("TOTAL", AppraisalStage.APPRAISED, "43"));
    // C: 2.5 + 3, D: 3.
    assertThat(score.total()).isEqualTo(new BigDecimal("8.50"));
    assertThat(score.totalIsFinal()).isFalse();
  }

  @Test
  void aProvinceWithNothingHasNothing() {
    ProvinceScore nothing = score(RUBRIC);
    assertThat(nothing.hasAnything()).isFalse();
    assertThat(nothing.total()).isEqualTo(new BigDecimal("0.00"));
    assertThat(nothing.weak()).isEmpty();
    assertThat(score(RUBRIC, COMPUTED).hasAnything()).isTrue();
  }

  @Test
  void weakIsBelowHalfOfTheMaximumWorstFirst() {
    ProvinceScore score =
        score(
            RUBRIC,
            given("C.1", AppraisalStage.FINAL, "3.99"),
            given("C.2", AppraisalStage.FINAL, "5"),
            given("C.3", AppraisalStage.FINAL, "2"),
            given("C.4", AppraisalStage.FINAL, "0"),
            given("C.5", AppraisalStage.FINAL, "0.05"),
            given("D.1", AppraisalStage.FINAL, "3.5"),
            given("D.2", AppraisalStage.FINAL, "1"));
    // Shares: C.4 0, C.5 0.01, then C.3 and D.2 both a third in the rubric's order, C.1 0.49875.
    assertThat(score.weak()).containsExactly("C.4", "C.5", "C.3", "D.2", "C.1");
  }

  @Test
  void whatIsUndecidedOrWorthNothingIsNotWeak() {
    Rubric rubric =
        RubricSamples.withCriteria(
            """
            source: test
            criteria:
              - {code: E, name: {vi: a, en: b}, max: 0, provenance: derived, appraised: true}
              - {code: F, name: {vi: a, en: b}, max: 4, provenance: derived, appraised: true}
              - {code: G, name: {vi: a, en: b}, max: 4, provenance: derived, appraised: true}
            """);
    assertThat(
            score(
                    rubric,
                    given("E", AppraisalStage.FINAL, "0"),
                    given("G", AppraisalStage.FINAL, "1"))
                .weak())
        .containsExactly("G");
  }

  @Test
  void aRubricMaySetAnotherThreshold() {
    Rubric rubric =
        RubricSamples.withCriteria(
            """
            source: test
            weakBelow: 0.25
            criteria:
              - {code: E, name: {vi: a, en: b}, max: 4, provenance: derived, appraised: true}
              - {code: F, name: {vi: a, en: b}, max: 4, provenance: derived, appraised: true}
            """);
    assertThat(
            score(
                    rubric,
                    given("E", AppraisalStage.FINAL, "1"),
                    given("F", AppraisalStage.FINAL, "0.99"))
                .weak())
        .containsExactly("F");
  }

  private static SpecificRecord given(String criterion, AppraisalStage stage, String points) {
    return appraisal(criterion, stage, points).build();
  }

  private static ProvinceScore score(Rubric rubric, SpecificRecord... reports) {
    Tallies tallies = new Tallies(new Placer(Provinces.standard(), Rubrics.none().with(rubric)));
    for (SpecificRecord report : reports) {
      tallies.add(Revisions.of(filed(report)));
    }
    return Scorer.score(rubric, "94", tallies.of(new Place(2022, "94")).orElseGet(Tally::new));
  }

  private static void assertLeaf(
      String code, String points, Basis basis, SpecificRecord... reports) {
    CriterionScore score = score(RUBRIC, reports).criterion(code).orElseThrow();
    assertThat(score.points()).isEqualTo(new BigDecimal(points));
    assertThat(score.basis()).isEqualTo(basis);
  }

  private static void assertPoints(ProvinceScore score, String code, String points) {
    assertThat(score.criterion(code).orElseThrow().points()).isEqualTo(new BigDecimal(points));
  }

  private static void assertBasis(String code, Basis basis, SpecificRecord... reports) {
    assertThat(score(RUBRIC, reports).criterion(code).orElseThrow().basis()).isEqualTo(basis);
  }
}
