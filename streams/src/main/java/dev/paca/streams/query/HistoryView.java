package dev.paca.streams.query;

import java.math.BigDecimal;
import java.util.List;

/** One change of a total or criterion, and the reports behind it (all up to 20, and how many). */
public record HistoryView(
    String at,
    String criterion,
    BigDecimal oldPoints,
    BigDecimal newPoints,
    String basis,
    int rubricVersion,
    List<String> reports,
    int reportCount,
    boolean byRubric) {}
