package dev.paca.benchmarks.core;

import dev.paca.scoring.fold.Fold;
import dev.paca.scoring.score.CriterionScore;
import dev.paca.scoring.score.ProvinceScore;
import java.math.BigDecimal;
import java.util.Map;

/** Nothing is timed that computes something else: what differs stops the run, with its place. */
final class Equality {
  private static final String SOC_TRANG = "94";
  private static final BigDecimal PUBLISHED_TOTAL = new BigDecimal("72.46");
  private static final int PUBLISHED_RANK = 8;

  private Equality() {}

  /**
   * Compares every score and rank of every year.
   *
   * @throws IllegalStateException naming the first year, province and criterion that differ
   */
  static void require(
      Map<Integer, Fold.Assessment> expected, Map<Integer, Fold.Assessment> measured) {
    same("the years", expected.keySet(), measured.keySet());
    expected.forEach((year, assessment) -> require(assessment, measured.get(year)));
  }

  private static void require(Fold.Assessment expected, Fold.Assessment measured) {
    String year = String.valueOf(expected.rubric().year());
    same(year + " provinces", expected.scores().keySet(), measured.scores().keySet());
    expected.scores().forEach((province, score) -> require(score, measured.scores().get(province)));
    same(year + " ranking", expected.ranking(), measured.ranking());
  }

  /** Compares one province's score, criterion by criterion. */
  static void require(ProvinceScore expected, ProvinceScore measured) {
    String place = expected.place().key();
    same(place + " number of criteria", expected.criteria().size(), measured.criteria().size());
    for (int i = 0; i < expected.criteria().size(); i++) {
      CriterionScore wanted = expected.criteria().get(i);
      CriterionScore given = measured.criteria().get(i);
      same(place + " criterion", wanted.code(), given.code());
      same(place + " points of " + wanted.code(), wanted.points(), given.points());
      same(place + " basis of " + wanted.code(), wanted.basis(), given.basis());
    }
    same(place + " total", expected.total(), measured.total());
    same(place + " weak criteria", expected.weak(), measured.weak());
  }

  /** The published fact that the national sample is made to give: Sóc Trăng 2022. */
  static void requirePublished(Fold.Assessment of2022) {
    same("2022/94 published total", PUBLISHED_TOTAL, of2022.scores().get(SOC_TRANG).total());
    same("2022/94 published rank", PUBLISHED_RANK, of2022.ranking().rankOf(SOC_TRANG).orElse(0));
  }

  private static void same(String what, Object expected, Object measured) {
    if (!expected.equals(measured)) {
      throw new IllegalStateException(
          "results differ, so nothing is measured: "
              + what
              + " should be "
              + expected
              + " and is "
              + measured);
    }
  }
}
