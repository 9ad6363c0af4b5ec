package dev.paca.streams.page.province;

import dev.paca.streams.page.Years;
import dev.paca.streams.page.chart.RankLines;
import dev.paca.streams.query.AssessmentView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A province over the years: the lines of a chart and the rows of the table beside it. Seven codes
 * mean another province since July 2025, so a code is followed only through years with the same
 * province set.
 */
public record ProvinceYears(List<YearLine> lines, RankLines chart) {

  static ProvinceYears of(Years years, AssessmentView here, String province) {
    List<Years.Year> scored = years.years().stream().filter(Years.Year::hasScores).toList();
    return new ProvinceYears(
        scored.stream().map(year -> line(year, here, province)).toList(),
        new RankLines(scored.stream().map(year -> drawn(year, here)).toList(), province));
  }

  private static YearLine line(Years.Year year, AssessmentView here, String province) {
    boolean same = Years.sameProvinces(here, year.assessment());
    return new YearLine(
        year.year(),
        year.ranking().of(),
        year.ranking().mean(),
        same ? year.row(province) : Optional.empty(),
        year.change());
  }

  private static RankLines.Year drawn(Years.Year year, AssessmentView here) {
    Map<String, Integer> ranks = new HashMap<>();
    if (Years.sameProvinces(here, year.assessment())) {
      year.ranking().rows().stream()
          .filter(row -> row.rank() != null)
          .forEach(row -> ranks.put(row.province(), row.rank()));
    }
    return new RankLines.Year(year.year(), year.ranking().of(), ranks, year.joined());
  }
}
