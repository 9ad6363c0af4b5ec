package dev.paca.scoring.score;

import dev.paca.scoring.formula.Formula;
import dev.paca.scoring.rubric.Criterion;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The score of one criterion.
 *
 * @param points effective points: FINAL, else APPRAISED, else computed, else SELF, else 0; of a
 *     parent the sum of its children
 * @param computed by the formula, once any agency's figures count for the province
 * @param basis of a parent the weakest among its children that have something
 * @param problem why the formula gave no points
 */
public record CriterionScore(
    Criterion criterion,
    BigDecimal points,
    Basis basis,
    Optional<BigDecimal> self,
    Optional<BigDecimal> appraised,
    Optional<BigDecimal> finalPoints,
    Optional<BigDecimal> computed,
    Optional<Formula.Problem> problem) {

  static CriterionScore parent(Criterion criterion, BigDecimal points, Basis basis) {
    return new CriterionScore(
        criterion,
        points,
        basis,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public String code() {
    return criterion.code();
  }
}
