package dev.paca.streams.query;

import java.math.BigDecimal;

/** A part's maximum and its mean over the ranked provinces. */
public record PartMeanView(String code, NameView name, BigDecimal max, BigDecimal mean) {}
