package dev.paca.streams.page.ranking;

import java.util.Comparator;
import java.util.List;

/**
 * The order of the rows, as in {@code ?sort=}: a column's name is its useful direction (best rank,
 * highest points, A to Z first), with a minus the other one.
 */
public record RankingOrder(String column, boolean reversed) {
  private static final List<String> WORDS = List.of("rank", "move", "name", "total");
  private static final List<String> SMALLEST_FIRST = List.of("rank", "name");

  /** Unknown columns are the ranking's own order: an old link shows something. */
  public static RankingOrder of(String sort, List<String> parts) {
    boolean reversed = sort.startsWith("-");
    String column = reversed ? sort.substring(1) : sort;
    return WORDS.contains(column) || parts.contains(column)
        ? new RankingOrder(column, reversed)
        : new RankingOrder("rank", false);
  }

  public Comparator<RankingRow> rows() {
    Comparator<RankingRow> byKey = Comparator.comparing(row -> row.key(column));
    return Comparator.comparing((RankingRow row) -> row.nothingYet() && !column.equals("name"))
        .thenComparing(ascending() ? byKey : byKey.reversed())
        .thenComparing(row -> row.row().rank() == null ? Integer.MAX_VALUE : row.row().rank())
        .thenComparing(RankingRow::nameOrder);
  }

  private boolean ascending() {
    return SMALLEST_FIRST.contains(column) != reversed;
  }

  /** {@code aria-sort} of a column's head. */
  public String aria(String head) {
    if (!head.equals(column)) {
      return "none";
    }
    return ascending() ? "ascending" : "descending";
  }

  /** The {@code ?sort=} that pressing a column's head leads to. */
  public String pressed(String head) {
    return head.equals(column) && !reversed ? "-" + head : head;
  }

  /** The {@code ?sort=} of this order; empty for the ranking's own. */
  public String written() {
    if (column.equals("rank") && !reversed) {
      return "";
    }
    return (reversed ? "-" : "") + column;
  }

  /** Does a column's useful direction start at its smallest value? */
  public static boolean smallestFirst(String head) {
    return SMALLEST_FIRST.contains(head);
  }
}
