package dev.paca.streams.page.province;

import dev.paca.streams.page.Years;
import dev.paca.streams.query.RankingView;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * One year in a province's history.
 *
 * @param row empty when the year ranks other provinces, or not this one
 * @param criteriaChanged the criteria below the parts are not those of the year before
 */
public record YearLine(
    int year,
    int of,
    BigDecimal mean,
    BigDecimal max,
    Optional<RankingView.Row> row,
    Years.Change change,
    boolean criteriaChanged) {}
