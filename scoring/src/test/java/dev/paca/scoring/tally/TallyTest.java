package dev.paca.scoring.tally;

import static dev.paca.scoring.ReportSamples.recovery;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.reports.AppraisalStage;
import dev.paca.scoring.measure.MeasureVector;
import dev.paca.scoring.measure.Measures;
import dev.paca.scoring.report.Report;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TallyTest {
  private static final int DUE = Measures.index("recoveries.dueVnd").orElseThrow();
  private static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);
  private static final BigInteger MIN = BigInteger.valueOf(Long.MIN_VALUE);

  private final Tally tally = new Tally();

  @Test
  void whatNeverOccurredIsZero() {
    assertThat(tally.sum(DUE)).isZero();
    assertThat(tally.isEmpty()).isTrue();
    assertThat(tally.hasFigures()).isFalse();
  }

  @Test
  void aSumGoesOnExactlyBeyond64BitsAndComesBack() {
    tally.add(due(Long.MAX_VALUE));
    tally.add(due(Long.MAX_VALUE));
    tally.add(due(3));
    assertThat(tally.sum(DUE)).isEqualTo(MAX.add(MAX).add(BigInteger.valueOf(3)));
    tally.take(due(Long.MAX_VALUE));
    assertThat(tally.sum(DUE)).isEqualTo(MAX.add(BigInteger.valueOf(3)));
    tally.take(due(3));
    assertThat(tally.sum(DUE)).isEqualTo(MAX);
    tally.take(due(Long.MAX_VALUE));
    assertThat(tally.sum(DUE)).isZero();
    assertThat(tally.isEmpty()).isTrue();
  }

  @Test
  void talliesAreEqualThatHoldTheSameAndWereMadeOfAsMany() {
    Tally other = new Tally();
    assertThat(tally).isEqualTo(other).hasSameHashCodeAs(other);
    tally.add(due(3));
    assertThat(tally).isNotEqualTo(other);
    other.add(due(3));
    assertThat(tally).isEqualTo(other).hasSameHashCodeAs(other).isNotEqualTo("tally");
    other.reports(2);
    assertThat(tally).isNotEqualTo(other);
    other.reports(1);
    other.set(DUE, MAX.add(BigInteger.ONE));
    tally.set(DUE, BigInteger.ZERO);
    assertThat(tally).isNotEqualTo(other);
    assertThat(tally.hashCode()).isNotEqualTo(other.hashCode());
  }

  @Test
  void oneAboveTheLargestLongIsOneAbove() {
    tally.add(due(Long.MAX_VALUE));
    tally.add(due(1));
    assertThat(tally.sum(DUE)).isEqualTo(MAX.add(BigInteger.ONE));
    tally.take(due(1));
    assertThat(tally.sum(DUE)).isEqualTo(MAX);
  }

  @Test
  void whatIsTakenBeforeItIsAddedIsExactToo() {
    tally.take(due(Long.MAX_VALUE));
    tally.take(due(1));
    assertThat(tally.sum(DUE)).isEqualTo(MIN);
    tally.take(due(1));
    assertThat(tally.sum(DUE)).isEqualTo(MIN.subtract(BigInteger.ONE));
    tally.add(due(1));
    assertThat(tally.sum(DUE)).isEqualTo(MIN);
    tally.add(due(Long.MAX_VALUE));
    tally.add(due(1));
    assertThat(tally.sum(DUE)).isZero();
  }

  @Test
  void hugeSumsOfPartsAddUp() {
    Tally other = new Tally();
    for (int i = 0; i < 5; i++) {
      tally.add(due(Long.MAX_VALUE));
      other.add(due(Long.MAX_VALUE));
    }
    tally.add(other);
    assertThat(tally.sum(DUE)).isEqualTo(MAX.multiply(BigInteger.TEN));
    assertThat(tally.reports()).isEqualTo(10);
  }

  @Test
  void twoPartsThatFitMayAddUpToWhatDoesNot() {
    Tally other = new Tally();
    tally.add(due(Long.MAX_VALUE));
    other.add(due(Long.MAX_VALUE));
    tally.add(other);
    assertThat(tally.sum(DUE)).isEqualTo(MAX.multiply(BigInteger.TWO));
  }

  @Test
  void oneMeasureOfManyPartsIsExactWhereverItLeaves64BitsAndComesBack() {
    List<BigInteger> parts =
        List.of(MAX, MAX, MAX.add(MAX), MIN, BigInteger.TEN, MIN.add(MIN), MIN, BigInteger.ONE);
    BigInteger sum = BigInteger.ZERO;
    for (BigInteger each : parts) {
      Tally part = new Tally();
      part.set(DUE, each);
      tally.addSum(DUE, part);
      sum = sum.add(each);
      assertThat(tally.sum(DUE)).isEqualTo(sum);
    }
  }

  @Test
  void sumsOfMattersAreNoReports() {
    Tally matters = new Tally();
    matters.add(MeasureVector.ones("matters.detected"));
    tally.addSums(matters);
    assertThat(tally.sum(Measures.index("matters.detected").orElseThrow())).isOne();
    assertThat(tally.reports()).isZero();
  }

  @Test
  void aSumSetFromATopicReplacesTheOneBefore() {
    BigInteger huge = MAX.multiply(MAX);
    tally.set(DUE, huge);
    assertThat(tally.sum(DUE)).isEqualTo(huge);
    assertThat(tally.hasFigures()).isTrue();
    for (BigInteger sum : List.of(MAX, MIN, BigInteger.ONE, MIN.subtract(BigInteger.ONE))) {
      tally.set(DUE, sum);
      assertThat(tally.sum(DUE)).isEqualTo(sum);
    }
  }

  @Test
  void aReportThatStatesNothingIsStillThere() {
    tally.add(MeasureVector.of(Report.of(recovery().build())));
    assertThat(tally.isEmpty()).isFalse();
    assertThat(tally.hasFigures()).isTrue();
    assertThat(tally.reports()).isEqualTo(1);
  }

  @Test
  void ofSeveralAppraisalsTheLatestDecisionWinsThenTheAgencyThenTheId() {
    AppraisedPoints first = points("2022-11-01", "Z", "9", "3");
    AppraisedPoints later = points("2022-11-02", "A", "1", "2");
    AppraisedPoints agency = points("2022-11-02", "B", "1", "1");
    AppraisedPoints id = points("2022-11-02", "B", "2", "1");
    AppraisedPoints.Slot slot = first.slot();
    List.of(id, first, agency, later).forEach(tally::add);
    for (AppraisedPoints winner : List.of(id, agency, later, first)) {
      assertThat(tally.appraised(slot)).contains(winner);
      assertThat(tally.winners()).containsExactly(winner);
      tally.take(winner);
    }
    assertThat(tally.appraised(slot)).isEmpty();
    assertThat(tally.isEmpty()).isTrue();
  }

  @Test
  void pointsOfAnotherPartitionThatDidNotWinThereWinOnceTheWinnerIsGone() {
    AppraisedPoints first = points("2022-11-01", "Z", "9", "3");
    AppraisedPoints later = points("2022-11-02", "A", "1", "2");
    Tally other = new Tally();
    List.of(first, later).forEach(other::add);
    tally.add(other);
    tally.take(later);
    assertThat(tally.appraised(first.slot())).contains(first);
  }

  @Test
  void criteriaAndStagesDoNotMix() {
    AppraisedPoints self = points("2022-11-01", "A", "1", "3");
    AppraisedPoints fin =
        new AppraisedPoints(
            "C.1", AppraisalStage.FINAL, self.points(), self.occurredOn(), "A", "2");
    AppraisedPoints other =
        new AppraisedPoints("C.2", AppraisalStage.SELF, self.points(), self.occurredOn(), "A", "3");
    List.of(other, fin, self).forEach(tally::add);
    assertThat(tally.appraised(self.slot())).contains(self);
    assertThat(tally.appraised(fin.slot())).contains(fin);
    assertThat(tally.winners()).containsExactly(self, fin, other);
    assertThat(tally.isEmpty()).isFalse();
  }

  private static AppraisedPoints points(String day, String agency, String id, String points) {
    return new AppraisedPoints(
        "C.1",
        AppraisalStage.SELF,
        new BigDecimal(points).setScale(2),
        LocalDate.parse(day),
        agency,
        id);
  }

  private static MeasureVector due(long vnd) {
    return MeasureVector.of(Report.of(recovery().setDueVnd(vnd).build()));
  }
}
