package dev.paca.streams.query;

import java.math.BigDecimal;

/** One assessment year: its window (ISO dates), how many provinces it ranks, its rubric. */
public record AssessmentView(
    int year,
    String windowFrom,
    String windowTo,
    String provincesAsOf,
    int of,
    int rubricVersion,
    String source,
    BigDecimal max) {}
