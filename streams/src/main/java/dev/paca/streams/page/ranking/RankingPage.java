package dev.paca.streams.page.ranking;

import dev.paca.streams.page.Years;
import dev.paca.streams.page.chart.Spark;
import dev.paca.streams.page.chart.TileGrid;
import dev.paca.streams.page.chart.TileMap;
import dev.paca.streams.page.language.Unmarked;
import dev.paca.streams.page.language.VietnameseOrder;
import dev.paca.streams.page.language.Wording;
import dev.paca.streams.query.AssessmentView;
import dev.paca.streams.query.RankingView;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * One year's ranking as it is drawn.
 *
 * @param rows all, in order; those that the search is not for are hidden
 * @param query the search as it was typed
 * @param run the years the sparklines cover
 */
public record RankingPage(
    AssessmentView assessment,
    RankingView ranking,
    List<RankingRow> rows,
    RankingOrder order,
    String query,
    TileMap map,
    List<Years.Year> run) {

  public static RankingPage of(Years years, Years.Year year, String sort, String query) {
    RankingView ranking = year.ranking();
    TileGrid grid = TileGrid.asOf(year.assessment().provincesAsOf());
    List<Years.Year> run = years.leadingTo(year.year());
    Map<String, Integer> places = namePlaces(ranking);
    RankingOrder order =
        RankingOrder.of(sort, ranking.parts().stream().map(part -> part.code()).toList());
    String sought = Unmarked.of(query);
    Map<String, Spark> sparks = Sparks.of(ranking.rows(), run);
    List<RankingRow> rows =
        ranking.rows().stream()
            .map(
                row ->
                    RankingRow.of(
                        row,
                        places.get(row.province()),
                        sought,
                        ranking,
                        grid,
                        sparks.get(row.province())))
            .sorted(order.rows())
            .toList();
    return new RankingPage(
        year.assessment(), ranking, rows, order, query, TileMap.of(grid, ranking.rows()), run);
  }

  private static Map<String, Integer> namePlaces(RankingView ranking) {
    List<RankingView.Row> byName =
        ranking.rows().stream()
            .sorted(Comparator.comparing(RankingView.Row::name, new VietnameseOrder()))
            .toList();
    Map<String, Integer> places = new HashMap<>();
    byName.forEach(row -> places.put(row.province(), places.size()));
    return places;
  }

  /** A line needs two years; with one the column is left out. */
  public boolean hasSparks() {
    return run.size() > 1;
  }

  /** A row's sparkline in words: each year with its total. */
  public String said(RankingRow row, Wording wording) {
    StringJoiner said = new StringJoiner("; ");
    for (int i = 0; i < run.size(); i++) {
      String total =
          row.spark().totals().get(i).map(wording::points).orElse(wording.say("sign.nothingYet"));
      said.add(run.get(i).year() + ": " + total);
    }
    return said.toString();
  }

  public long found() {
    return rows.stream().filter(RankingRow::found).count();
  }

  public long unranked() {
    return ranking.rows().stream().filter(row -> row.rank() == null).count();
  }

  public Optional<RankingView.Row> first() {
    return ranked().findFirst();
  }

  public Optional<RankingView.Row> last() {
    return ranked().reduce((one, next) -> next);
  }

  public Optional<RankingView.Row> climbed() {
    return moved(1).max(Comparator.comparingInt(RankingPage::places));
  }

  public Optional<RankingView.Row> fell() {
    return moved(-1).min(Comparator.comparingInt(RankingPage::places));
  }

  private java.util.stream.Stream<RankingView.Row> ranked() {
    return ranking.rows().stream().filter(row -> row.rank() != null);
  }

  private java.util.stream.Stream<RankingView.Row> moved(int direction) {
    return ranked().filter(row -> Integer.signum(places(row)) == direction);
  }

  private static int places(RankingView.Row row) {
    return Move.of(row.rank(), row.previousRank()).places().orElse(0);
  }
}
