package dev.paca.streams.scoring;

import dev.paca.scores.Basis;
import dev.paca.scores.CriterionPoints;
import dev.paca.scores.CriterionScore;
import dev.paca.scores.ProvinceScore;
import dev.paca.scores.RankedProvince;
import dev.paca.scores.Ranking;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;

/** The pure core's scores and rankings as the records of the output topics. */
public final class AvroScores {
  private AvroScores() {}

  public static ProvinceScore score(dev.paca.scoring.score.ProvinceScore score, long asOf) {
    return ProvinceScore.newBuilder()
        .setYear(score.place().year())
        .setProvince(score.place().province())
        .setTotal(score.total())
        .setMax(score.max())
        .setBasis(basis(score.basis()))
        .setTotalIsFinal(score.totalIsFinal())
        .setRubricVersion(score.rubricVersion())
        .setCriteria(score.criteria().stream().map(AvroScores::points).toList())
        .setWeak(score.weak())
        .setAsOf(Instant.ofEpochMilli(asOf))
        .build();
  }

  private static CriterionPoints points(dev.paca.scoring.score.CriterionScore score) {
    return CriterionPoints.newBuilder()
        .setCriterion(score.code())
        .setPoints(score.points())
        .setMax(score.criterion().max())
        .setBasis(basis(score.basis()))
        .setSelfPoints(score.self().orElse(null))
        .setAppraisedPoints(score.appraised().orElse(null))
        .setFinalPoints(score.finalPoints().orElse(null))
        .setComputedPoints(score.computed().orElse(null))
        .setProblem(score.problem().map(Enum::name).orElse(null))
        .build();
  }

  private static Basis basis(dev.paca.scoring.score.Basis basis) {
    return Basis.valueOf(basis.name());
  }

  static CriterionScore criterion(ProvinceScore score, CriterionPoints points) {
    return CriterionScore.newBuilder()
        .setYear(score.getYear())
        .setProvince(score.getProvince())
        .setCriterion(points.getCriterion())
        .setPoints(points.getPoints())
        .setMax(points.getMax())
        .setBasis(points.getBasis())
        .setRubricVersion(score.getRubricVersion())
        .setAsOf(score.getAsOf())
        .build();
  }

  /**
   * @param previousRank province code → rank a year before
   */
  public static Ranking ranking(
      dev.paca.scoring.ranking.Ranking ranking,
      Function<String, OptionalInt> previousRank,
      long asOf) {
    List<RankedProvince> rows =
        ranking.rows().stream()
            .map(
                row ->
                    RankedProvince.newBuilder()
                        .setRank(boxed(row.rank()))
                        .setProvince(row.province())
                        .setTotal(row.total())
                        .setPreviousRank(boxed(previousRank.apply(row.province())))
                        .build())
            .toList();
    return Ranking.newBuilder()
        .setYear(ranking.year())
        .setRubricVersion(ranking.rubricVersion())
        .setOf(ranking.of())
        .setMean(ranking.mean().orElse(null))
        .setRows(rows)
        .setAsOf(Instant.ofEpochMilli(asOf))
        .build();
  }

  private static Integer boxed(OptionalInt value) {
    return value.isPresent() ? value.getAsInt() : null;
  }
}
