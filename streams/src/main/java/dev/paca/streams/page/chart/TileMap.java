package dev.paca.streams.page.chart;

import dev.paca.streams.query.RankingView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The tile map of one year's totals: every tile {@value #WIDE} by {@value #HIGH} units. */
public record TileMap(int columns, int rows, List<Tile> tiles) {
  public static final int WIDE = 42;
  public static final int HIGH = 33;
  private static final int GAP = 2;

  /** One drawn tile and the ranking's row it shows. */
  public record Tile(String abbreviation, int x, int y, Tone tone, RankingView.Row row) {}

  /** Rows whose province has no place in the grid are left to the table. */
  public static TileMap of(TileGrid grid, List<RankingView.Row> rows) {
    List<Tile> tiles = new ArrayList<>();
    for (RankingView.Row row : rows) {
      TileGrid.Tile place = grid.tiles().get(row.province());
      if (place != null) {
        tiles.add(tile(place, row));
      }
    }
    tiles.sort(Comparator.comparingInt(Tile::y).thenComparingInt(Tile::x));
    return new TileMap(grid.columns(), grid.rows(), List.copyOf(tiles));
  }

  private static Tile tile(TileGrid.Tile place, RankingView.Row row) {
    boolean nothingYet = row.rank() == null || row.total() == null;
    return new Tile(
        place.abbreviation(),
        place.column() * (WIDE + GAP),
        place.row() * (HIGH + GAP),
        nothingYet ? Tone.NOTHING_YET : Tone.of(row.total()),
        row);
  }

  public int width() {
    return columns * (WIDE + GAP) - GAP;
  }

  public int height() {
    return rows * (HIGH + GAP) - GAP;
  }
}
