package dev.paca.streams.page.chart;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where each province lies in the tile map. A tile is a whole unit, islands included, and draws no
 * border.
 *
 * @param tiles GSO code → tile
 */
public record TileGrid(Map<String, Tile> tiles) {
  /** Since this day there are 34 provinces, and seven codes mean another province than before. */
  private static final LocalDate MERGER = LocalDate.of(2025, 7, 1);

  private static final TileGrid OF_63 = read("/page/tilegrid_63.csv");
  private static final TileGrid OF_34 = read("/page/tilegrid_34.csv");

  /** One province's place, row 0 in the north, and its abbreviation. */
  public record Tile(String abbreviation, int row, int column) {}

  /** The grid of the province set that is valid on a day (ISO). */
  public static TileGrid asOf(String day) {
    return LocalDate.parse(day).isBefore(MERGER) ? OF_63 : OF_34;
  }

  public int rows() {
    return tiles.values().stream().mapToInt(Tile::row).max().orElse(0) + 1;
  }

  public int columns() {
    return tiles.values().stream().mapToInt(Tile::column).max().orElse(0) + 1;
  }

  private static TileGrid read(String file) {
    Map<String, Tile> tiles = new LinkedHashMap<>();
    try (InputStream in = TileGrid.class.getResourceAsStream(file);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines
          .lines()
          .skip(1)
          .map(line -> line.split(","))
          .forEach(
              cells ->
                  tiles.put(
                      cells[0],
                      new Tile(cells[2], Integer.parseInt(cells[3]), Integer.parseInt(cells[4]))));
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
    return new TileGrid(Map.copyOf(tiles));
  }
}
