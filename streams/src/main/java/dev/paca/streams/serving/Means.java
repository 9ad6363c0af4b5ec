package dev.paca.streams.serving;

import dev.paca.scores.Basis;
import dev.paca.scores.CriterionPoints;
import dev.paca.scores.ProvinceScore;
import dev.paca.scoring.ranking.Ranking;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Means of every criterion over a year's ranked provinces, half-up to two decimals. */
final class Means {
  private final Map<String, List<BigDecimal>> points = new HashMap<>();

  Means(Served.Year year) {
    for (ProvinceScore score : year.scores().values()) {
      if (score.getBasis() != Basis.NONE) {
        for (CriterionPoints criterion : score.getCriteria()) {
          points
              .computeIfAbsent(criterion.getCriterion(), code -> new ArrayList<>())
              .add(criterion.getPoints());
        }
      }
    }
  }

  /** Null while no province is ranked. */
  BigDecimal of(String criterion) {
    return Optional.ofNullable(points.get(criterion)).flatMap(Ranking::mean).orElse(null);
  }
}
