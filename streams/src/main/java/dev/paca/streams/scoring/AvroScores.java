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

/**
 * The pure core's scores and rankings as the records of the output topics. Made by constructors:
 * Avro's builders look up and copy every field, which costs more than the score.
 */
public final class AvroScores {
  private AvroScores() {}

  public static ProvinceScore score(dev.paca.scoring.score.ProvinceScore score, long asOf) {
    return new ProvinceScore(
        score.place().year(),
        score.place().province(),
        score.total(),
        score.max(),
        basis(score.basis()),
        score.totalIsFinal(),
        score.rubricVersion(),
        score.criteria().stream().map(AvroScores::points).toList(),
        score.weak(),
        Instant.ofEpochMilli(asOf));
  }

  /** The same score as if made at another time. */
  static ProvinceScore asOf(ProvinceScore score, Instant asOf) {
    return new ProvinceScore(
        score.getYear(),
        score.getProvince(),
        score.getTotal(),
        score.getMax(),
        score.getBasis(),
        score.getTotalIsFinal(),
        score.getRubricVersion(),
        score.getCriteria(),
        score.getWeak(),
        asOf);
  }

  private static CriterionPoints points(dev.paca.scoring.score.CriterionScore score) {
    return new CriterionPoints(
        score.code(),
        score.points(),
        score.criterion().max(),
        basis(score.basis()),
        score.self().orElse(null),
        score.appraised().orElse(null),
        score.finalPoints().orElse(null),
        score.computed().orElse(null),
        score.problem().map(Enum::name).orElse(null));
  }

  private static Basis basis(dev.paca.scoring.score.Basis basis) {
    return Basis.valueOf(basis.name());
  }

  static CriterionScore criterion(ProvinceScore score, CriterionPoints points) {
    return new CriterionScore(
        score.getYear(),
        score.getProvince(),
        points.getCriterion(),
        points.getPoints(),
        points.getMax(),
        points.getBasis(),
        score.getRubricVersion(),
        score.getAsOf());
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
                    new RankedProvince(
                        boxed(row.rank()),
                        row.province(),
                        row.total(),
                        boxed(previousRank.apply(row.province()))))
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
