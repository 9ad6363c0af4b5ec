package dev.paca.streams.serving;

import dev.paca.scores.CriterionPoints;
import dev.paca.scores.ProvinceScore;
import dev.paca.scores.RankedProvince;
import dev.paca.scores.Ranking;
import dev.paca.scoring.formula.Formula;
import dev.paca.scoring.province.Province;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.rubric.Criterion;
import dev.paca.scoring.rubric.Rubric;
import dev.paca.streams.query.CriterionView;
import dev.paca.streams.query.PartView;
import dev.paca.streams.query.ProvinceView;
import dev.paca.streams.query.ReportView;
import dev.paca.streams.query.TruthView;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One province of one year as it is shown. */
final class ProvinceViews {
  private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(2);

  private final Provinces provinces;

  ProvinceViews(Provinces provinces) {
    this.provinces = provinces;
  }

  /**
   * @param before the year before, whose parts are shown beside these
   */
  ProvinceView view(
      Served.Year year, Optional<Served.Year> before, Province province, TruthView truth) {
    Rubric rubric = year.rubric();
    Optional<ProvinceScore> score = Optional.ofNullable(year.scores().get(province.code()));
    Optional<RankedProvince> row = row(year, province.code());
    Means means = new Means(year);
    Map<String, CriterionPoints> points = points(score);
    Map<String, CriterionPoints> previous =
        before.map(then -> points(comparable(then, rubric, province))).orElse(Map.of());
    long sharing =
        year.ranking().stream()
            .flatMap(ranking -> ranking.getRows().stream())
            .filter(
                r ->
                    r.getRank() != null
                        && r.getRank().equals(row.map(RankedProvince::getRank).orElse(null)))
            .count();
    return new ProvinceView(
        rubric.year(),
        province.code(),
        province.name(),
        score.map(ProvinceScore::getTotal).orElse(NOTHING),
        rubric.max(),
        row.map(RankedProvince::getRank).orElse(null),
        sharing > 1,
        provinces.on(rubric.provincesAsOf()).size(),
        row.map(RankedProvince::getPreviousRank).orElse(null),
        rubric.version(),
        score.map(s -> s.getBasis().name()).orElse("NONE"),
        score.map(ProvinceScore::getTotalIsFinal).orElse(false),
        year.ranking().map(Ranking::getMean).orElse(null),
        rubric.parts().stream().map(p -> part(p, points, previous, means)).toList(),
        rubric.all().stream().map(c -> criterion(c, points, means)).toList(),
        score.map(ProvinceScore::getWeak).orElse(List.of()),
        predecessors(rubric, province),
        next(year, row),
        truth);
  }

  private static Optional<RankedProvince> row(Served.Year year, String province) {
    return year.ranking().stream()
        .flatMap(ranking -> ranking.getRows().stream())
        .filter(row -> row.getProvince().equals(province))
        .findFirst();
  }

  private static Map<String, CriterionPoints> points(Optional<ProvinceScore> score) {
    Map<String, CriterionPoints> points = new HashMap<>();
    score.ifPresent(s -> s.getCriteria().forEach(c -> points.put(c.getCriterion(), c)));
    return points;
  }

  /** The one province of the year before that this one continues; none after a merger. */
  private Optional<ProvinceScore> comparable(Served.Year then, Rubric rubric, Province now) {
    List<Province> continued = continued(then.rubric().provincesAsOf(), rubric, now);
    return continued.size() == 1
        ? Optional.ofNullable(then.scores().get(continued.get(0).code()))
        : Optional.empty();
  }

  private List<Province> continued(java.time.LocalDate date, Rubric rubric, Province now) {
    return provinces.on(date).stream()
        .filter(old -> provinces.asOf(old, rubric.provincesAsOf()).filter(now::equals).isPresent())
        .toList();
  }

  private static PartView part(
      Criterion part,
      Map<String, CriterionPoints> points,
      Map<String, CriterionPoints> previous,
      Means means) {
    CriterionPoints now = points.get(part.code());
    CriterionPoints then = previous.get(part.code());
    return new PartView(
        part.code(),
        RankingViews.name(part),
        now == null ? NOTHING : now.getPoints(),
        part.max(),
        means.of(part.code()),
        now == null ? "NONE" : now.getBasis().name(),
        then == null ? null : then.getPoints());
  }

  static CriterionView criterion(
      Criterion criterion, Map<String, CriterionPoints> points, Means means) {
    CriterionPoints now = points.get(criterion.code());
    return new CriterionView(
        criterion.code(),
        criterion.parent().orElse(null),
        criterion.depth(),
        criterion.leaf(),
        RankingViews.name(criterion),
        now == null ? NOTHING : now.getPoints(),
        criterion.max(),
        means.of(criterion.code()),
        now == null ? "NONE" : now.getBasis().name(),
        now == null ? null : now.getSelfPoints(),
        now == null ? null : now.getAppraisedPoints(),
        now == null ? null : now.getFinalPoints(),
        now == null ? null : now.getComputedPoints(),
        criterion.provenance().map(Criterion.Provenance::word).orElse(null),
        criterion.formula().map(f -> f.text()).orElse(null),
        now == null ? null : problem(now.getProblem()));
  }

  /** Null for none, and for one that a later release has. */
  private static ReportView.Warning problem(String name) {
    return Arrays.stream(Formula.Problem.values())
        .filter(problem -> problem.name().equals(name))
        .findFirst()
        .map(ProvinceViews::problem)
        .orElse(null);
  }

  static ReportView.Warning problem(Formula.Problem problem) {
    return new ReportView.Warning(problem.name(), problem.vi(), problem.en());
  }

  /** Older provinces whose reports in the year's window count for this one. */
  private List<ProvinceView.Predecessor> predecessors(Rubric rubric, Province province) {
    return continued(rubric.window().from(), rubric, province).stream()
        .filter(old -> !old.equals(province))
        .map(old -> new ProvinceView.Predecessor(old.code(), old.name(), old.validTo().toString()))
        .toList();
  }

  private ProvinceView.NextRank next(Served.Year year, Optional<RankedProvince> row) {
    if (row.isEmpty() || row.get().getRank() == null || row.get().getRank() == 1) {
      return null;
    }
    return year.ranking().stream()
        .flatMap(ranking -> ranking.getRows().stream())
        .filter(r -> r.getRank() != null && r.getRank() < row.get().getRank())
        .reduce((first, second) -> second)
        .map(
            better ->
                new ProvinceView.NextRank(
                    better.getRank(),
                    better.getProvince(),
                    provinces
                        .resolve(better.getProvince(), year.rubric().provincesAsOf())
                        .map(Province::name)
                        .orElse(better.getProvince()),
                    better.getTotal().subtract(row.get().getTotal()).add(new BigDecimal("0.01"))))
        .orElse(null);
  }
}
