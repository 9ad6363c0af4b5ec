package dev.paca.streams.scoring;

import dev.paca.scores.Basis;
import dev.paca.scores.CriterionPoints;
import dev.paca.scores.CriterionScore;
import dev.paca.scores.ProvinceScore;
import dev.paca.scores.RankedProvince;
import dev.paca.scores.Ranking;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * The pure core's scores and rankings as the records of the output topics. Made by constructors:
 * Avro's builders look up and copy every field, which costs more than the score.
 */
public final class AvroScores {
  private static final Map<dev.paca.scoring.score.Basis, Basis> BASES =
      new EnumMap<>(dev.paca.scoring.score.Basis.class);

  static {
    for (dev.paca.scoring.score.Basis basis : dev.paca.scoring.score.Basis.values()) {
      BASES.put(basis, Basis.valueOf(basis.name()));
    }
  }

  private AvroScores() {}

  public static ProvinceScore score(dev.paca.scoring.score.ProvinceScore score, long asOf) {
    return score(score, score.criteria().stream().map(AvroScores::points).toList(), asOf);
  }

  /**
   * The same, with the record's parts of the score before it where criteria are the same objects.
   *
   * @param said the record of {@code last}
   */
  static ProvinceScore score(
      dev.paca.scoring.score.ProvinceScore score,
      dev.paca.scoring.score.ProvinceScore last,
      ProvinceScore said,
      long asOf) {
    List<CriterionPoints> criteria = new ArrayList<>(score.criteria().size());
    for (int i = 0; i < score.criteria().size(); i++) {
      dev.paca.scoring.score.CriterionScore now = score.criteria().get(i);
      criteria.add(now == last.criteria().get(i) ? said.getCriteria().get(i) : points(now));
    }
    return score(score, criteria, asOf);
  }

  private static ProvinceScore score(
      dev.paca.scoring.score.ProvinceScore score, List<CriterionPoints> criteria, long asOf) {
    return new ProvinceScore(
        score.place().year(),
        score.place().province(),
        score.total(),
        score.max(),
        basis(score.basis()),
        score.totalIsFinal(),
        score.rubricVersion(),
        criteria,
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
    if (one == other) {
      return true;
    }
    for (int field = 0; field < CriterionPoints.getClassSchema().getFields().size(); field++) {
      if (!Objects.equals(one.get(field), other.get(field))) {
        return false;
      }
    }
    return true;
  }

  /** As {@link #saySame(ProvinceScore, ProvinceScore)}. */
  static boolean saySame(Ranking one, Ranking other) {
    List<RankedProvince> rows = one.getRows();
    boolean same =
        one.getYear() == other.getYear()
            && one.getRubricVersion() == other.getRubricVersion()
            && one.getOf() == other.getOf()
            && Objects.equals(one.getMean(), other.getMean())
            && rows.size() == other.getRows().size();
    for (int i = 0; same && i < rows.size(); i++) {
      same = saySame(rows.get(i), other.getRows().get(i));
    }
    return same;
  }

  private static boolean saySame(RankedProvince one, RankedProvince other) {
    return Objects.equals(one.getRank(), other.getRank())
        && one.getProvince().equals(other.getProvince())
        && one.getTotal().equals(other.getTotal())
        && Objects.equals(one.getPreviousRank(), other.getPreviousRank());
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
    return BASES.get(basis);
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
