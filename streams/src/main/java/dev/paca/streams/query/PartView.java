package dev.paca.streams.query;

import java.math.BigDecimal;

/**
 * A top-level part (A, B, C, D) of one province.
 *
 * @param mean mean over the ranked provinces, null while there is none
 * @param previousPoints the same part a year before, null where there was none
 */
public record PartView(
    String code,
    NameView name,
    BigDecimal points,
    BigDecimal max,
    BigDecimal mean,
    String basis,
    BigDecimal previousPoints) {}
