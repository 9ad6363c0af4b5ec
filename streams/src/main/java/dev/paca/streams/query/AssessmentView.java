package dev.paca.streams.query;

/** One assessment year: its window (ISO dates), how many provinces it ranks, its rubric. */
public record AssessmentView(
    int year,
    String windowFrom,
    String windowTo,
    String provincesAsOf,
    int of,
    int rubricVersion,
    String source,
    java.math.BigDecimal max) {}
