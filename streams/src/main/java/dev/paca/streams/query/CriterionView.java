package dev.paca.streams.query;

import java.math.BigDecimal;

/**
 * One criterion of one province.
 *
 * @param parent code of the parent, null for a part
 * @param depth 0 for a part
 * @param mean mean over the ranked provinces, null while there is none
 * @param basis FINAL, APPRAISED, COMPUTED, SELF or NONE
 * @param self points by stage and by formula; null = not stated
 * @param provenance published, derived or illustrative; null for a parent
 * @param formula CEL text, null where points are only appraised
 * @param problem why the formula gave no points, null when it did
 */
public record CriterionView(
    String code,
    String parent,
    int depth,
    boolean leaf,
    NameView name,
    BigDecimal points,
    BigDecimal max,
    BigDecimal mean,
    String basis,
    BigDecimal self,
    BigDecimal appraised,
    BigDecimal finalPoints,
    BigDecimal computed,
    String provenance,
    String formula,
    ReportView.Warning problem) {}
