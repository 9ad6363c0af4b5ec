package dev.paca.streams.page.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Ranks over the years, rank 1 on top: one province drawn and labelled, all others a grey ground. A
 * line joins two years only where they can be compared.
 *
 * @param years oldest first
 */
public record RankLines(List<Year> years, String province) {
  public static final int WIDTH = 420;
  public static final int HEIGHT = 190;
  private static final int LEFT = 56;
  private static final int TOP = 22;
  private static final int BOTTOM = 20;

  /**
   * @param ranks GSO code → rank
   * @param joined the year before ranks the same provinces by the same criteria
   */
  public record Year(int year, int of, Map<String, Integer> ranks, boolean joined) {}

  /** The chosen province in one year. */
  public record Dot(int year, int rank, int x, int y) {}

  /** Where the line is broken, between two years. */
  public record Break(int x, int year) {}

  public List<Dot> dots() {
    List<Dot> dots = new ArrayList<>();
    for (int i = 0; i < years.size(); i++) {
      Year year = years.get(i);
      int x = x(i);
      Optional.ofNullable(year.ranks().get(province))
          .ifPresent(rank -> dots.add(new Dot(year.year(), rank, x, y(rank, year.of()))));
    }
    return dots;
  }

  public String chosen() {
    return path(province);
  }

  public String others() {
    StringBuilder paths = new StringBuilder();
    years.stream()
        .flatMap(year -> year.ranks().keySet().stream())
        .distinct()
        .filter(code -> !code.equals(province))
        .sorted()
        .forEach(code -> paths.append(path(code)));
    return paths.toString();
  }

  public List<Break> breaks() {
    List<Break> breaks = new ArrayList<>();
    for (int i = 1; i < years.size(); i++) {
      if (!years.get(i).joined()) {
        breaks.add(new Break((x(i - 1) + x(i)) / 2, years.get(i).year()));
      }
    }
    return breaks;
  }

  public int x(int i) {
    int steps = Math.max(1, years.size() - 1);
    return years.size() == 1 ? WIDTH / 2 : LEFT + (WIDTH - 2 * LEFT) * i / steps;
  }

  private String path(String code) {
    StringBuilder path = new StringBuilder();
    for (int i = 1; i < years.size(); i++) {
      Year from = years.get(i - 1);
      Year to = years.get(i);
      if (to.joined() && from.ranks().containsKey(code) && to.ranks().containsKey(code)) {
        path.append('M').append(x(i - 1)).append(' ').append(y(from.ranks().get(code), from.of()));
        path.append('L').append(x(i)).append(' ').append(y(to.ranks().get(code), to.of()));
      }
    }
    return path.toString();
  }

  private static int y(int rank, int of) {
    return TOP + (HEIGHT - TOP - BOTTOM) * (rank - 1) / Math.max(1, of - 1);
  }
}
