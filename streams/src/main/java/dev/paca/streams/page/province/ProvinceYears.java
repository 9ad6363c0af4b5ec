package dev.paca.streams.page.province;

import dev.paca.streams.page.Years;
import dev.paca.streams.page.chart.RankLines;
import dev.paca.streams.query.AssessmentView;
import dev.paca.streams.query.CriterionView;
import dev.paca.streams.query.QueryRefused;
import dev.paca.streams.query.RankingView;
import dev.paca.streams.query.ScoreQueries;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A province over the years: the lines of a chart and the rows of the table beside it. Seven codes
 * mean another province since July 2025, so a code is followed only through years with the same
 * province set.
 */
public record ProvinceYears(List<YearLine> lines, RankLines chart) {

  static ProvinceYears of(ScoreQueries queries, Years years, AssessmentView here, String province) {
    List<YearLine> lines = new ArrayList<>();
    List<RankLines.Year> drawn = new ArrayList<>();
    Set<String> before = Set.of();
    for (Years.Year year : years.years()) {
      if (!year.hasScores()) {
        continue;
      }
      boolean same = Years.sameProvinces(here, year.assessment());
      Set<String> criteria = same ? criteria(queries, year.year(), province) : Set.of();
      boolean changed = !before.isEmpty() && !criteria.isEmpty() && !before.equals(criteria);
      before = criteria;
      RankingView ranking = year.ranking();
      lines.add(
          new YearLine(
              year.year(),
              ranking.of(),
              ranking.mean(),
              ranking.max(),
              same ? year.row(province) : Optional.empty(),
              year.change(),
              changed));
      drawn.add(
          new RankLines.Year(
              year.year(), ranking.of(), same ? ranks(ranking) : Map.of(), year.joined()));
    }
    return new ProvinceYears(List.copyOf(lines), new RankLines(List.copyOf(drawn), province));
  }

  private static Map<String, Integer> ranks(RankingView ranking) {
    Map<String, Integer> ranks = new HashMap<>();
    ranking.rows().stream()
        .filter(row -> row.rank() != null)
        .forEach(row -> ranks.put(row.province(), row.rank()));
    return ranks;
  }

  private static Set<String> criteria(ScoreQueries queries, int year, String province) {
    try {
      Set<String> criteria = new TreeSet<>();
      for (CriterionView each : queries.province(year, province).criteria()) {
        criteria.add(each.code() + "=" + each.max().stripTrailingZeros().toPlainString());
      }
      return criteria;
    } catch (QueryRefused notInThatYear) {
      return Set.of();
    }
  }
}
