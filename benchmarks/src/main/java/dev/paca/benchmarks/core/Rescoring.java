package dev.paca.benchmarks.core;

import dev.paca.scoring.fold.Fold;
import dev.paca.scoring.province.Province;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.ranking.Ranking;
import dev.paca.scoring.rubric.Rubric;
import dev.paca.scoring.rubric.Rubrics;
import dev.paca.scoring.score.ProvinceScore;
import dev.paca.scoring.score.Scorer;
import dev.paca.scoring.tally.Place;
import dev.paca.scoring.tally.Tally;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Every score and rank from tallies that are there, as after a change of rubrics. */
final class Rescoring {
  private Rescoring() {}

  static Map<Integer, Fold.Assessment> of(Rubrics rubrics, Map<Place, Tally> sums) {
    Provinces provinces = Provinces.standard();
    Tally nothing = new Tally();
    Map<Integer, Fold.Assessment> assessments = new TreeMap<>();
    for (Rubric rubric : rubrics.all()) {
      Map<String, ProvinceScore> scores = new LinkedHashMap<>();
      for (Province province : provinces.on(rubric.provincesAsOf())) {
        Tally sum = sums.getOrDefault(new Place(rubric.year(), province.code()), nothing);
        scores.put(province.code(), Scorer.score(rubric, province.code(), sum));
      }
      Ranking ranking = Ranking.of(rubric, provinces, scores);
      assessments.put(rubric.year(), new Fold.Assessment(rubric, scores, ranking));
    }
    return assessments;
  }
}
