package dev.paca.scoring.fold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.scoring.RubricSamples;
import dev.paca.scoring.fold.Fold.Assessment;
import dev.paca.scoring.ranking.Ranking;
import dev.paca.scoring.score.CriterionScore;
import dev.paca.scoring.score.ProvinceScore;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** A second, deliberately naive implementation of every rule agrees with the first. */
@Domain(Histories.class)
@Domain(DomainContext.Global.class)
class RecomputationTest {

  @Property
  void aNaiveSecondImplementationGivesTheSamePointsAndRanks(@ForAll History history) {
    Fold fold = new Fold(Histories.PROVINCES, RubricSamples.all());
    history.log().forEach(fold::file);
    NaiveFold naive = new NaiveFold(history);
    for (Assessment assessment : fold.assessments().values()) {
      assessment
          .scores()
          .values()
          .forEach(
              score ->
                  assertThat(points(score))
                      .as(score.place().key())
                      .isEqualTo(NaiveScores.of(naive, score.place().key())));
      assertRanks(assessment);
    }
  }

  private static Map<String, BigDecimal> points(ProvinceScore score) {
    Map<String, BigDecimal> points = new LinkedHashMap<>();
    for (CriterionScore criterion : score.criteria()) {
      if (criterion.criterion().leaf()) {
        points.put(criterion.code(), criterion.points());
      }
    }
    points.put("TOTAL", score.total());
    return points;
  }

  private static void assertRanks(Assessment assessment) {
    for (Ranking.Row row : assessment.ranking().rows()) {
      ProvinceScore mine = assessment.scores().get(row.province());
      long better =
          assessment.scores().values().stream()
              .filter(ProvinceScore::hasAnything)
              .filter(other -> other.total().compareTo(mine.total()) > 0)
              .count();
      assertThat(row.total()).isEqualTo(mine.total());
      assertThat(row.rank().isPresent()).isEqualTo(mine.hasAnything());
      row.rank().ifPresent(rank -> assertThat(rank).isEqualTo((int) better + 1));
    }
  }
}
