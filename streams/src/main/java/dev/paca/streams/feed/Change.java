package dev.paca.streams.feed;

import dev.paca.scores.ScoreChange;
import dev.paca.streams.query.HistoryView;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * One change of one criterion's points (or of the total) as it is kept in memory.
 *
 * <p>All changes ever made are kept, so the shape is small: points as hundredths, and the names of
 * reports as one text, which is a third of what a list of texts takes and which the changes of a
 * criterion and of its parents share.
 *
 * @param offset in {@code paca.score-changes}; later changes have higher offsets
 * @param province GSO code valid at the year's {@code provincesAsOf}
 * @param criterion a code, or {@link #TOTAL}
 * @param basis what decided the new points
 * @param atMs broker time in milliseconds since 1970
 * @param reportLines {@code type/AGENCY/REPORTID}, one a line, up to 20
 * @param reportCount how many reports there were
 */
public record Change(
    long offset,
    int year,
    String province,
    String criterion,
    long oldHundredths,
    long newHundredths,
    String basis,
    long atMs,
    int rubricVersion,
    String reportLines,
    int reportCount,
    boolean byRubric) {

  /** Stands where a criterion's code would, for a change of the province's total. */
  public static final String TOTAL = "TOTAL";

  private static final int SCALE = 2;

  /** Takes over what a record says. */
  public static Change of(long offset, ScoreChange value) {
    return new Change(
        offset,
        value.getYear(),
        value.getProvince(),
        value.getCriterion(),
        hundredths(value.getOldPoints()),
        hundredths(value.getNewPoints()),
        value.getNewBasis().name(),
        value.getAt().toEpochMilli(),
        value.getRubricVersion(),
        String.join("\n", value.getReports()),
        value.getReportCount(),
        value.getByRubric());
  }

  public BigDecimal oldPoints() {
    return BigDecimal.valueOf(oldHundredths, SCALE);
  }

  public BigDecimal newPoints() {
    return BigDecimal.valueOf(newHundredths, SCALE);
  }

  /** Broker time of the change. */
  public Instant at() {
    return Instant.ofEpochMilli(atMs);
  }

  /** {@code type/AGENCY/REPORTID} of the reports behind the change, up to 20. */
  public List<String> reports() {
    return reportLines.isEmpty() ? List.of() : List.of(reportLines.split("\n", -1));
  }

  /** The change as the API shows it. */
  public HistoryView view() {
    return new HistoryView(
        at().toString(),
        criterion,
        oldPoints(),
        newPoints(),
        basis,
        rubricVersion,
        reports(),
        reportCount,
        byRubric);
  }

  /** The same with its texts taken from an equal earlier one, which then is kept only once. */
  Change sharing(String sharedProvince, String sharedCriterion, String sharedReports) {
    return new Change(
        offset,
        year,
        sharedProvince,
        sharedCriterion,
        oldHundredths,
        newHundredths,
        basis,
        atMs,
        rubricVersion,
        sharedReports,
        reportCount,
        byRubric);
  }

  private static long hundredths(BigDecimal points) {
    return points.setScale(SCALE).unscaledValue().longValueExact();
  }
}
