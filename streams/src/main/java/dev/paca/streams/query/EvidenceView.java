package dev.paca.streams.query;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What stands behind one criterion's points.
 *
 * @param formula CEL text; null where points are only appraised
 * @param measures the formula's measures and their sums, exactly the sums of the reports' measures
 * @param computed the formula's points from these measures, null without a formula
 * @param stages points given from documents, by stage
 * @param reports every report that gave something to a measure of the formula, and those kept but
 *     not counted, with the reason
 * @param behind null where everything is from the owners of the partitions
 * @param settled false when reports were still on their way to the score while this was read
 */
public record EvidenceView(
    int year,
    String province,
    String name,
    String code,
    NameView criterion,
    String formula,
    String provenance,
    BigDecimal points,
    BigDecimal max,
    String basis,
    Map<String, Number> measures,
    BigDecimal computed,
    ReportView.Warning problem,
    List<Stage> stages,
    List<ReportView> reports,
    boolean settled,
    int rubricVersion,
    BehindView behind,
    TruthView truth) {

  /** Who gave which points at which stage (SELF, APPRAISED, FINAL). */
  public record Stage(
      String stage,
      BigDecimal points,
      String agency,
      String reportId,
      long revision,
      String occurredOn,
      String reference,
      boolean effective) {}
}
