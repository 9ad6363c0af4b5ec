package dev.paca.scoring.draft;

import dev.paca.scoring.fold.Fold.Assessment;
import dev.paca.scoring.rubric.Rubric;
import dev.paca.scoring.score.CriterionScore;
import dev.paca.scoring.score.ProvinceScore;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a draft changes for every province.
 *
 * @param now the rubric in force
 * @param then the draft
 * @param provinces those that change most first: by the change of the total, then of the rank
 */
public record Difference(Rubric now, Rubric then, List<OfProvince> provinces) {

  /**
   * One province. It may be in one of the two sets only.
   *
   * @param total empty where the province is not in the set or has nothing yet
   * @param criteria those whose points, basis or maximum differ, in the draft's order, then those
   *     that the draft removes
   */
  public record OfProvince(
      String province,
      Optional<BigDecimal> totalNow,
      Optional<BigDecimal> totalThen,
      OptionalInt rankNow,
      OptionalInt rankThen,
      List<OfCriterion> criteria) {

    /** Points gained (more than zero) or lost; nothing yet counts as zero here. */
    public BigDecimal gain() {
      return totalThen.orElse(BigDecimal.ZERO).subtract(totalNow.orElse(BigDecimal.ZERO));
    }

    /** Whether anything at all is another. */
    public boolean changes() {
      return !totalNow.equals(totalThen) || !rankNow.equals(rankThen) || !criteria.isEmpty();
    }

    private int places() {
      return rankNow.isEmpty() || rankThen.isEmpty()
          ? 0
          : Math.abs(rankNow.getAsInt() - rankThen.getAsInt());
    }
  }

  /** One criterion; empty where the rubric does not have it. */
  public record OfCriterion(
      String code, Optional<CriterionScore> now, Optional<CriterionScore> then) {}

  /** Both are of the same tallies or the same input. */
  public static Difference between(Assessment now, Assessment then) {
    Set<String> codes = new LinkedHashSet<>(then.scores().keySet());
    codes.addAll(now.scores().keySet());
    List<OfProvince> provinces = new ArrayList<>();
    codes.forEach(code -> provinces.add(province(code, now, then)));
    provinces.sort(
        Comparator.comparing((OfProvince each) -> each.gain().abs())
            .thenComparing(OfProvince::places)
            .reversed()
            .thenComparing(OfProvince::province));
    return new Difference(now.rubric(), then.rubric(), List.copyOf(provinces));
  }

  private static OfProvince province(String code, Assessment now, Assessment then) {
    Optional<ProvinceScore> scoreNow = Optional.ofNullable(now.scores().get(code));
    Optional<ProvinceScore> scoreThen = Optional.ofNullable(then.scores().get(code));
    return new OfProvince(
        code,
        scoreNow.filter(ProvinceScore::hasAnything).map(ProvinceScore::total),
        scoreThen.filter(ProvinceScore::hasAnything).map(ProvinceScore::total),
        now.ranking().rankOf(code),
        then.ranking().rankOf(code),
        criteria(scoreNow, scoreThen));
  }

  private static List<OfCriterion> criteria(
      Optional<ProvinceScore> now, Optional<ProvinceScore> then) {
    Set<String> codes = new LinkedHashSet<>();
    then.ifPresent(score -> score.criteria().forEach(each -> codes.add(each.code())));
    now.ifPresent(score -> score.criteria().forEach(each -> codes.add(each.code())));
    return codes.stream()
        .map(
            code ->
                new OfCriterion(
                    code,
                    now.flatMap(score -> score.criterion(code)),
                    then.flatMap(score -> score.criterion(code))))
        .filter(Difference::differs)
        .toList();
  }

  private static boolean differs(OfCriterion each) {
    if (each.now().isEmpty() || each.then().isEmpty()) {
      return true;
    }
    CriterionScore now = each.now().get();
    CriterionScore then = each.then().get();
    return now.points().compareTo(then.points()) != 0
        || now.basis() != then.basis()
        || now.criterion().max().compareTo(then.criterion().max()) != 0;
  }

  /** How many provinces gain points. */
  public int gains() {
    return (int) provinces.stream().filter(each -> each.gain().signum() > 0).count();
  }

  /** How many provinces lose points. */
  public int losses() {
    return (int) provinces.stream().filter(each -> each.gain().signum() < 0).count();
  }
}
