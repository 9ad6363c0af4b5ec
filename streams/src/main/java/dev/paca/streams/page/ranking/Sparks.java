package dev.paca.streams.page.ranking;

import dev.paca.streams.page.Years;
import dev.paca.streams.page.chart.Spark;
import dev.paca.streams.query.RankingView;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sparklines of a ranking, all from the lowest to the highest total of any year shown. */
final class Sparks {
  private Sparks() {}

  /** Province → its totals over the years of a run. */
  static Map<String, Spark> of(List<RankingView.Row> rows, List<Years.Year> run) {
    List<BigDecimal> all =
        run.stream()
            .flatMap(year -> year.ranking().rows().stream())
            .filter(row -> row.rank() != null)
            .map(RankingView.Row::total)
            .sorted()
            .toList();
    BigDecimal low = all.isEmpty() ? BigDecimal.ZERO : all.get(0);
    BigDecimal high = all.isEmpty() ? BigDecimal.ZERO : all.get(all.size() - 1);
    Map<String, Spark> sparks = new HashMap<>();
    for (RankingView.Row row : rows) {
      List<Optional<BigDecimal>> totals =
          run.stream().map(year -> total(year, row.province())).toList();
      sparks.put(row.province(), new Spark(totals, low, high));
    }
    return sparks;
  }

  private static Optional<BigDecimal> total(Years.Year year, String province) {
    return year.row(province).filter(row -> row.rank() != null).map(RankingView.Row::total);
  }
}
