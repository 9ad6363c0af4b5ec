package dev.paca.cli.verify;

import dev.paca.scoring.fold.Fold;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.ranking.PreviousRank;
import dev.paca.scoring.ranking.Ranking;
import dev.paca.scoring.rubric.Criterion;
import dev.paca.scoring.rubric.Rubric;
import dev.paca.scoring.score.CriterionScore;
import dev.paca.scoring.score.ProvinceScore;
import dev.paca.streams.query.CriterionView;
import dev.paca.streams.query.ProvinceView;
import dev.paca.streams.query.RankingView;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/** Compares what is served with what was recomputed, and counts. */
public final class Comparison {
  private final Provinces provinces = Provinces.standard();
  private final List<Difference> differences = new ArrayList<>();
  private long scores;

  /** Points compared: every criterion, part and total of every province. */
  public long scores() {
    return scores;
  }

  /** Everything that is served otherwise than recomputed. */
  public List<Difference> differences() {
    return differences;
  }

  /**
   * @param yearBefore what was recomputed for the year before, which ranks are compared with
   */
  void ranking(
      RankingView served, Fold.Assessment recomputed, Optional<Fold.Assessment> yearBefore) {
    int year = served.year();
    Ranking ranking = recomputed.ranking();
    same(year, "", "RUBRIC", served.rubricVersion(), ranking.rubricVersion());
    same(year, "", "OF", served.of(), ranking.of());
    points(year, "", "MEAN", served.mean(), ranking.mean().orElse(null));
    partMeans(served, recomputed);
    Map<String, RankingView.Row> rows = new HashMap<>();
    served.rows().forEach(row -> rows.put(row.province(), row));
    for (Ranking.Row row : ranking.rows()) {
      RankingView.Row found = rows.remove(row.province());
      if (found == null) {
        same(year, row.province(), "RANK", "not listed", rank(row.rank()));
      } else {
        same(year, row.province(), "RANK", Objects.toString(found.rank()), rank(row.rank()));
        points(year, row.province(), "RANKED TOTAL", found.total(), row.total());
        same(
            year,
            row.province(),
            "PREVIOUS RANK",
            Objects.toString(found.previousRank()),
            rank(previousRank(row.province(), recomputed.rubric(), yearBefore)));
      }
    }
    rows.keySet().forEach(extra -> same(year, extra, "RANK", "listed", "not of this year"));
  }

  private void partMeans(RankingView served, Fold.Assessment recomputed) {
    Map<String, BigDecimal> means = new HashMap<>();
    served.parts().forEach(part -> means.put(part.code(), part.mean()));
    for (Criterion part : recomputed.rubric().parts()) {
      List<BigDecimal> ranked =
          recomputed.scores().values().stream()
              .filter(ProvinceScore::hasAnything)
              .flatMap(score -> score.criterion(part.code()).stream())
              .map(CriterionScore::points)
              .toList();
      points(
          served.year(),
          "",
          part.code() + " MEAN",
          means.get(part.code()),
          Ranking.mean(ranked).orElse(null));
    }
  }

  private OptionalInt previousRank(
      String province, Rubric rubric, Optional<Fold.Assessment> yearBefore) {
    return yearBefore
        .map(
            before ->
                new PreviousRank(rubric, before.rubric(), provinces).of(province, before.ranking()))
        .orElse(OptionalInt.empty());
  }

  void province(ProvinceView served, ProvinceScore recomputed) {
    int year = served.year();
    String province = served.province();
    scores++;
    points(year, province, "TOTAL", served.total(), recomputed.total());
    same(year, province, "TOTAL BASIS", served.basis(), recomputed.basis().name());
    same(year, province, "WEAK", served.weak(), recomputed.weak());
    Map<String, CriterionView> criteria = new HashMap<>();
    served.criteria().forEach(criterion -> criteria.put(criterion.code(), criterion));
    for (CriterionScore score : recomputed.criteria()) {
      scores++;
      CriterionView found = criteria.remove(score.code());
      if (found == null) {
        same(year, province, score.code(), "not served", score.points().toPlainString());
      } else {
        points(year, province, score.code(), found.points(), score.points());
        same(year, province, score.code() + " BASIS", found.basis(), score.basis().name());
      }
    }
    criteria.keySet().forEach(extra -> same(year, province, extra, "served", "no criterion"));
  }

  void missing(int year) {
    same(year, "", "YEAR", "not served", "has a rubric");
  }

  void unexpected(int year) {
    same(year, "", "YEAR", "served", "has no rubric");
  }

  private void points(
      int year, String province, String what, BigDecimal served, BigDecimal recomputed) {
    boolean equal =
        served == null || recomputed == null
            ? Objects.equals(served, recomputed)
            : served.compareTo(recomputed) == 0;
    if (!equal) {
      same(year, province, what, Objects.toString(served), Objects.toString(recomputed));
    }
  }

  private void same(int year, String province, String what, Object served, Object recomputed) {
    if (!Objects.equals(served, recomputed)) {
      differences.add(new Difference(year, province, what, served + "", recomputed + ""));
    }
  }

  private static String rank(OptionalInt rank) {
    return rank.isPresent() ? Integer.toString(rank.getAsInt()) : "null";
  }
}
