package dev.paca.producers.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Which province has which rank and total. Printed ranks and totals stand; between them totals fall
 * from rank to rank, and how steeply is chosen so that the national mean is the printed one.
 */
final class TotalsPlan {
  private static final double PASS = 70;
  private final PublishedFacts facts;
  private final int year;
  private final Dice dice;
  private final int provinces;

  private TotalsPlan(long seed, PublishedFacts facts, int year, int provinces) {
    this.facts = facts;
    this.year = year;
    this.provinces = provinces;
    this.dice = Dice.of(seed, "totals", year);
  }

  /**
   * Totals by province, best first; all differ.
   *
   * @param order the provinces in the order in which they take the ranks that were not printed
   */
  static Map<String, BigDecimal> of(long seed, PublishedFacts facts, int year, List<String> order) {
    return new TotalsPlan(seed, facts, year, order.size()).totals(order);
  }

  /** A chance order, or last year's from this year's with some moves up and down. */
  static List<String> shuffled(long seed, Object label, List<String> near, int spread) {
    Dice dice = Dice.of(seed, "order", label);
    Map<String, Integer> places = new TreeMap<>();
    for (int i = 0; i < near.size(); i++) {
      places.put(near.get(i), i * 1_000 + dice.between(-spread * 1_000, spread * 1_000));
    }
    List<String> order = new ArrayList<>(near);
    order.sort(Comparator.comparing(places::get));
    return order;
  }

  private Map<String, BigDecimal> totals(List<String> order) {
    Map<Integer, String> ranks = facts.ranks(year);
    List<String> free = new ArrayList<>(order);
    free.removeAll(ranks.values());
    for (int rank = 1; rank <= provinces; rank++) {
      if (!ranks.containsKey(rank)) {
        ranks.put(rank, free.remove(0));
      }
    }
    List<BigDecimal> values = values(ranks);
    Map<String, BigDecimal> totals = new LinkedHashMap<>();
    for (int rank = 1; rank <= provinces; rank++) {
      totals.put(ranks.get(rank), values.get(rank - 1));
    }
    return totals;
  }

  /** Halves the interval of the bend until the mean fits; a rounding of cents is left over. */
  private List<BigDecimal> values(Map<Integer, String> ranks) {
    NavigableMap<Integer, Double> anchors = anchors(ranks);
    double[] jitter = new double[provinces];
    for (int i = 0; i < provinces; i++) {
      jitter[i] = 0.5 * (dice.share() - 0.5);
    }
    double wanted = facts.national(year, "mean.TOTAL").orElseThrow().doubleValue() * provinces;
    double low = -0.9;
    double high = 0.9;
    for (int i = 0; i < 60; i++) {
      double bend = (low + high) / 2;
      if (sum(falling(anchors, jitter, bend)) < wanted) {
        low = bend;
      } else {
        high = bend;
      }
    }
    List<BigDecimal> values = falling(anchors, jitter, low);
    if (Math.abs(sum(values) - wanted) > 0.2 || distinct(values) < provinces) {
      throw new IllegalStateException("no totals with a mean of " + wanted / provinces);
    }
    return values;
  }

  private static long distinct(List<BigDecimal> values) {
    return values.stream().distinct().count();
  }

  private static double sum(List<BigDecimal> values) {
    return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add).doubleValue();
  }

  /** Printed totals, the border of 70 points, and ends of ours where none was printed. */
  private NavigableMap<Integer, Double> anchors(Map<Integer, String> ranks) {
    NavigableMap<Integer, Double> anchors = new TreeMap<>();
    Map<String, BigDecimal> printed = facts.totals(year);
    ranks.forEach(
        (rank, province) -> {
          if (printed.containsKey(province)) {
            anchors.put(rank, printed.get(province).doubleValue());
          }
        });
    int passed = facts.national(year, "count.70").orElseThrow().intValue();
    anchors.putIfAbsent(passed, PASS + 0.28);
    anchors.putIfAbsent(passed + 1, PASS - 0.31);
    anchors.putIfAbsent(1, anchors.get(2) + 0.73);
    anchors.putIfAbsent(provinces, anchors.lastEntry().getValue() - 5.4);
    return Collections.unmodifiableNavigableMap(anchors);
  }

  /** Straight lines between anchors, the long ones bent, each value moved by less than a step. */
  private List<BigDecimal> falling(
      NavigableMap<Integer, Double> anchors, double[] jitter, double bend) {
    List<BigDecimal> values = new ArrayList<>();
    for (int rank = 1; rank <= provinces; rank++) {
      int above = anchors.floorKey(rank);
      int below = anchors.ceilingKey(rank);
      double value = anchors.get(rank) != null ? anchors.get(rank) : 0;
      if (above < rank && rank < below) {
        double span = anchors.get(above) - anchors.get(below);
        double way = (rank + jitter[rank - 1] - above) / (below - above);
        double bent = below - above > 20 ? way - bend * way * (1 - way) : way;
        value = anchors.get(above) - span * bent;
      }
      values.add(BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP));
    }
    return values;
  }
}
