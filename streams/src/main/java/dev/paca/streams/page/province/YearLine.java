package dev.paca.streams.page.province;

import dev.paca.streams.page.Years;
import dev.paca.streams.query.RankingView;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * One year in a province's history.
 *
 * @param row empty when the year ranks other provinces, or not this one
 * @param change why it does not continue the year before
 */
public record YearLine(
    int year, int of, BigDecimal mean, Optional<RankingView.Row> row, Years.Change change) {}
