package dev.paca.benchmarks.core;

import dev.paca.scoring.fold.Fold;
import dev.paca.scoring.province.Province;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.rubric.Rubric;
import dev.paca.scoring.rubric.Rubrics;
import dev.paca.scoring.tally.Place;
import dev.paca.scoring.tally.Tally;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Every score and rank from tallies that are there, as after a change of rubrics. */
final class Rescoring {
  private Rescoring() {}

  static Map<Integer, Fold.Assessment> of(Rubrics rubrics, Map<Place, Tally> sums) {
    Provinces provinces = Provinces.standard();
    Map<Integer, Fold.Assessment> assessments = new TreeMap<>();
    for (Rubric rubric : rubrics.all()) {
      Map<String, Tally> tallies = new HashMap<>();
      for (Province province : provinces.on(rubric.provincesAsOf())) {
        Tally sum = sums.get(new Place(rubric.year(), province.code()));
        if (sum != null) {
          tallies.put(province.code(), sum);
        }
      }
      assessments.put(rubric.year(), Fold.Assessment.of(rubric, provinces, tallies));
    }
    return assessments;
  }
}
