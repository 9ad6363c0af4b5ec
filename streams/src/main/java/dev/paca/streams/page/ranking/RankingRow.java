package dev.paca.streams.page.ranking;

import dev.paca.streams.page.chart.Bar;
import dev.paca.streams.page.chart.Spark;
import dev.paca.streams.page.chart.TileGrid;
import dev.paca.streams.page.language.Unmarked;
import dev.paca.streams.query.RankingView;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * One row as it is drawn.
 *
 * @param nameOrder place of its name among all names, so that the browser need not collate
 * @param sought what the search looks in: name without marks, code, abbreviation
 * @param found the search is for it; other rows are there but hidden, so that the browser can
 *     search on without asking
 */
public record RankingRow(
    RankingView.Row row,
    int nameOrder,
    String sought,
    boolean found,
    Move move,
    Bar bar,
    Spark spark) {

  static RankingRow of(
      RankingView.Row row,
      int nameOrder,
      String query,
      RankingView ranking,
      TileGrid grid,
      Spark spark) {
    String abbreviation =
        Optional.ofNullable(grid.tiles().get(row.province()))
            .map(TileGrid.Tile::abbreviation)
            .orElse("");
    String sought = Unmarked.of(row.name() + " " + row.province() + " " + abbreviation);
    return new RankingRow(
        row,
        nameOrder,
        sought,
        sought.contains(query),
        Move.of(row.rank(), row.previousRank()),
        Bar.of(row.total(), ranking.max(), row.basis(), ranking.mean()),
        spark);
  }

  public boolean nothingYet() {
    return row.rank() == null;
  }

  /** {@code 8}, {@code =8} when shared. */
  public String rank() {
    return row.tied() ? "=" + row.rank() : String.valueOf(row.rank());
  }

  public BigDecimal gap(BigDecimal mean) {
    return row.total().subtract(mean);
  }

  /** What one column sorts by, as a number; rows with nothing yet stay last whatever the column. */
  public BigDecimal key(String column) {
    return switch (column) {
      case "name" -> BigDecimal.valueOf(nameOrder);
      case "rank" -> BigDecimal.valueOf(nothingYet() ? Integer.MAX_VALUE : row.rank());
      case "total" -> row.total() == null ? BigDecimal.ZERO : row.total();
      case "move" -> BigDecimal.valueOf(move.places().orElse(Integer.MIN_VALUE));
      default ->
          row.parts().stream()
              .filter(part -> part.code().equals(column) && part.points() != null)
              .map(RankingView.PartPoints::points)
              .findFirst()
              .orElse(BigDecimal.ZERO);
    };
  }
}
