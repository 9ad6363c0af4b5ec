package dev.paca.producers.sample;

import dev.paca.scoring.rubric.Criterion;
import dev.paca.scoring.rubric.Rubric;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Appraised leaves whose national mean was printed: their points are shared out first. */
final class NationalMeans {
  private NationalMeans() {}

  /**
   * Hundredths of a point by criterion and province.
   *
   * @param best provinces, the best first
   */
  static Map<String, Map<String, Long>> of(
      long seed, PublishedFacts facts, Rubric rubric, List<String> best) {
    Map<String, Map<String, Long>> points = new HashMap<>();
    for (Criterion leaf : rubric.leaves()) {
      if (leaf.formula().isEmpty()) {
        facts
            .national(rubric.year(), "percent." + leaf.code())
            .ifPresent(
                percent -> {
                  int full =
                      facts
                          .national(rubric.year(), "full." + leaf.code())
                          .map(BigDecimal::intValue)
                          .orElse(0);
                  points.put(leaf.code(), leaf(seed, rubric, leaf, percent, full, best));
                });
      }
    }
    return points;
  }

  private static Map<String, Long> leaf(
      long seed, Rubric rubric, Criterion leaf, BigDecimal percent, int full, List<String> best) {
    long max = hundredths(leaf.max());
    long sum =
        percent
            .multiply(leaf.max())
            .multiply(BigDecimal.valueOf(best.size()))
            .setScale(0, RoundingMode.HALF_UP)
            .longValueExact();
    Dice dice = Dice.of(seed, "national mean", rubric.year(), leaf.code());
    List<String> order =
        TotalsPlan.shuffled(seed, rubric.year() + leaf.code(), best, best.size() / 3);
    double rest = (double) (sum - full * max) / (best.size() - full);
    List<Spread.Slot> slots = new ArrayList<>();
    for (int i = 0; i < order.size(); i++) {
      long wish = Math.round(rest + max * 0.3 * (dice.share() - 0.5));
      slots.add(
          i < full ? new Spread.Slot(max, max, max) : new Spread.Slot(wish, max / 2, max - 5));
    }
    long[] shares = Spread.of(sum, slots);
    Map<String, Long> points = new LinkedHashMap<>();
    for (int i = 0; i < shares.length; i++) {
      points.put(order.get(i), shares[i]);
    }
    return points;
  }

  static long hundredths(BigDecimal points) {
    return points.movePointRight(2).longValueExact();
  }
}
