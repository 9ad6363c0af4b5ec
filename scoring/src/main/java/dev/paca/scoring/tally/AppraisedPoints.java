package dev.paca.scoring.tally;

import dev.paca.reports.Appraisal;
import dev.paca.reports.AppraisalStage;
import dev.paca.scoring.report.Report;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * Points one appraisal gives to one criterion at one stage. Of several for the same criterion and
 * stage the latest decision wins: by {@code occurredOn}, then agency, then report id.
 */
public record AppraisedPoints(
    String criterion,
    AppraisalStage stage,
    BigDecimal points,
    LocalDate occurredOn,
    String agency,
    String reportId)
    implements Comparable<AppraisedPoints> {

  /** Of a number that surely fits into 64 bits. */
  private static final int MOST_DIGITS = 18;

  private static final Comparator<AppraisedPoints> BY_DECISION =
      Comparator.comparing(AppraisedPoints::occurredOn)
          .thenComparing(AppraisedPoints::agency)
          .thenComparing(AppraisedPoints::reportId)
          .thenComparing(AppraisedPoints::points);

  /** There are hundreds of thousands of them: points that fit are kept without a big integer. */
  public AppraisedPoints {
    if (points.precision() <= MOST_DIGITS) {
      points = BigDecimal.valueOf(points.unscaledValue().longValue(), points.scale());
    }
  }

  /** What the points are for. */
  public record Slot(String criterion, AppraisalStage stage) {

    /** Written out, for it is asked at every report: a record's own is slow until compiled. */
    @Override
    public boolean equals(Object other) {
      return other instanceof Slot slot && stage == slot.stage && criterion.equals(slot.criterion);
    }

    /**
     * The same in every process, unlike an enum constant's own. Spread, for codes like 1.2.3 and
     * 1.3.2 have hashes so near to each other that tables of them become lists.
     */
    @Override
    public int hashCode() {
      return (31 * criterion.hashCode() + stage.ordinal()) * 0x9E3779B9;
    }
  }

  public static AppraisedPoints of(Report report, Appraisal appraisal) {
    return new AppraisedPoints(
        appraisal.getCriterion(),
        appraisal.getStage(),
        appraisal.getPoints(),
        report.occurredOn(),
        report.key().agency(),
        report.key().reportId());
  }

  public Slot slot() {
    return new Slot(criterion, stage);
  }

  /** Orders the appraisals of one slot; the greatest wins. */
  @Override
  public int compareTo(AppraisedPoints other) {
    return BY_DECISION.compare(this, other);
  }
}
