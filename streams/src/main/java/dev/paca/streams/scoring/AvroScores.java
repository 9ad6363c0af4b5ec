package dev.paca.streams.scoring;

import dev.paca.scores.Basis;
import dev.paca.scores.CriterionPoints;
import dev.paca.scores.CriterionScore;
import dev.paca.scores.ProvinceScore;
import dev.paca.scores.RankedProvince;
import dev.paca.scores.Ranking;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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

  /**
   * Whether two scores of one place say the same; when they were made does not matter. Avro's own
   * equality fails on decoded arrays of records with optional decimals.
   */
  static boolean saySame(ProvinceScore one, ProvinceScore other) {
    List<CriterionPoints> criteria = one.getCriteria();
    boolean same =
        one.getTotal().equals(other.getTotal())
            && one.getMax().equals(other.getMax())
            && one.getBasis() == other.getBasis()
            && one.getTotalIsFinal() == other.getTotalIsFinal()
            && one.getRubricVersion() == other.getRubricVersion()
            && one.getWeak().equals(other.getWeak())
            && criteria.size() == other.getCriteria().size();
    for (int i = 0; same && i < criteria.size(); i++) {
      same = saySame(criteria.get(i), other.getCriteria().get(i));
    }
    return same;
  }

  /** As {@link #saySame(ProvinceScore, ProvinceScore)}. */
  static boolean saySame(CriterionPoints one, CriterionPoints other) {
    for (int field = 0; field < CriterionPoints.getClassSchema().getFields().size(); field++) {
      if (!Objects.equals(one.get(field), other.get(field))) {
        return false;
      }
    }
    return true;
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
