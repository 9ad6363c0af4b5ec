package dev.paca.scoring.draft;

import dev.paca.scoring.fold.Fold.Assessment;
import dev.paca.scoring.province.Province;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.ranking.Ranking;
import dev.paca.scoring.rubric.Rubric;
import dev.paca.scoring.score.ProvinceScore;
import dev.paca.scoring.score.Scorer;
import dev.paca.scoring.tally.Tally;
import java.util.LinkedHashMap;
import java.util.Map;

/** A year's provinces scored and ranked from their tallies. */
public final class Rescored {
  private Rescored() {}

  /**
   * @param tallies by province code; a province without one has nothing yet
   */
  public static Assessment under(Rubric rubric, Provinces provinces, Map<String, Tally> tallies) {
    Tally nothing = new Tally();
    Map<String, ProvinceScore> scores = new LinkedHashMap<>();
    for (Province province : provinces.on(rubric.provincesAsOf())) {
      Tally tally = tallies.getOrDefault(province.code(), nothing);
      scores.put(province.code(), Scorer.score(rubric, province.code(), tally));
    }
    return new Assessment(rubric, scores, Ranking.of(rubric, provinces, scores));
  }
}
