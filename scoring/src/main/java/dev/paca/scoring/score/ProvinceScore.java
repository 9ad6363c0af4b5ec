package dev.paca.scoring.score;

import dev.paca.scoring.tally.Place;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The score of one province in one year under one rubric version.
 *
 * @param total sum of the parts, or the FINAL TOTAL where {@code totalIsFinal}
 * @param criteria in the rubric's order, parents included
 * @param weak leaf criteria with something decided, below the rubric's threshold, worst first
 */
public record ProvinceScore(
    Place place,
    int rubricVersion,
    BigDecimal total,
    BigDecimal max,
    Basis basis,
    boolean totalIsFinal,
    List<CriterionScore> criteria,
    List<String> weak) {

  public Optional<CriterionScore> criterion(String code) {
    return criteria.stream().filter(score -> score.code().equals(code)).findFirst();
  }

  /** Whether anything is known; a province without is listed, unranked. */
  public boolean hasAnything() {
    return basis != Basis.NONE;
  }
}
