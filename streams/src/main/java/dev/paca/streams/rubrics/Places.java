package dev.paca.streams.rubrics;

import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.rubric.Rubrics;
import dev.paca.scoring.tally.Place;
import java.util.List;

/** The places that rubrics rank. */
public final class Places {
  private Places() {}

  /** Every year of the rubrics with every province of its set. */
  public static List<Place> of(Rubrics rubrics, Provinces provinces) {
    return rubrics.all().stream()
        .flatMap(
            rubric ->
                provinces.on(rubric.provincesAsOf()).stream()
                    .map(province -> new Place(rubric.year(), province.code())))
        .toList();
  }
}
