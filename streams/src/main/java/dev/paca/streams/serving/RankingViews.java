package dev.paca.streams.serving;

import dev.paca.scores.CriterionPoints;
import dev.paca.scores.ProvinceScore;
import dev.paca.scores.RankedProvince;
import dev.paca.scores.Ranking;
import dev.paca.scoring.province.Province;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.rubric.Criterion;
import dev.paca.scoring.rubric.Rubric;
import dev.paca.streams.query.NameView;
import dev.paca.streams.query.PartMeanView;
import dev.paca.streams.query.RankingView;
import dev.paca.streams.query.TruthView;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A year's ranking as it is shown. */
final class RankingViews {
  private final Provinces provinces;

  RankingViews(Provinces provinces) {
    this.provinces = provinces;
  }

  RankingView view(Served.Year year, TruthView truth) {
    Rubric rubric = year.rubric();
    Means means = new Means(year);
    List<PartMeanView> parts =
        rubric.parts().stream()
            .map(p -> new PartMeanView(p.code(), name(p), p.max(), means.of(p.code())))
            .toList();
    List<RankedProvince> ranked = year.ranking().map(Ranking::getRows).orElse(List.of());
    Map<Integer, Integer> sharing = new HashMap<>();
    ranked.forEach(row -> sharing.merge(rank(row), 1, Integer::sum));
    return new RankingView(
        rubric.year(),
        rubric.version(),
        provinces.on(rubric.provincesAsOf()).size(),
        year.ranking().map(Ranking::getMean).orElse(null),
        rubric.max(),
        parts,
        ranked.isEmpty()
            ? unranked(rubric)
            : ranked.stream().map(row -> row(year, row, sharing)).toList(),
        truth);
  }

  static NameView name(Criterion criterion) {
    return new NameView(criterion.name().vi(), criterion.name().en());
  }

  private static int rank(RankedProvince row) {
    return row.getRank() == null ? 0 : row.getRank();
  }

  private RankingView.Row row(Served.Year year, RankedProvince row, Map<Integer, Integer> sharing) {
    Province province =
        provinces.resolve(row.getProvince(), year.rubric().provincesAsOf()).orElseThrow();
    ProvinceScore score = year.scores().get(row.getProvince());
    return new RankingView.Row(
        row.getRank(),
        row.getRank() != null && sharing.get(row.getRank()) > 1,
        row.getProvince(),
        province.name(),
        row.getTotal(),
        score == null ? "NONE" : score.getBasis().name(),
        row.getPreviousRank(),
        parts(year.rubric(), score));
  }

  private static List<RankingView.PartPoints> parts(Rubric rubric, ProvinceScore score) {
    if (score == null) {
      return List.of();
    }
    Map<String, BigDecimal> points = new HashMap<>();
    for (CriterionPoints criterion : score.getCriteria()) {
      points.put(criterion.getCriterion(), criterion.getPoints());
    }
    return rubric.parts().stream()
        .map(part -> new RankingView.PartPoints(part.code(), points.get(part.code())))
        .toList();
  }

  private List<RankingView.Row> unranked(Rubric rubric) {
    return provinces.on(rubric.provincesAsOf()).stream()
        .map(
            p ->
                new RankingView.Row(
                    null,
                    false,
                    p.code(),
                    p.name(),
                    BigDecimal.ZERO.setScale(2),
                    "NONE",
                    null,
                    List.of()))
        .toList();
  }
}
