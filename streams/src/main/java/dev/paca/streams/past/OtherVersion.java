package dev.paca.streams.past;

import dev.paca.scores.RankedProvince;
import dev.paca.scoring.draft.SamePlacement;
import dev.paca.scoring.fold.Fold.Assessment;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.rubric.Rubric;
import dev.paca.scoring.rubric.Rubrics;
import dev.paca.scoring.tally.Placer;
import dev.paca.streams.serving.Served;
import dev.paca.streams.serving.Snapshot;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** What is served, by another version of one year's rubric. */
record OtherVersion(Rubric version, Provinces provinces) {

  /** Empty where the version counts other reports, so that the tallies do not say. */
  Optional<Snapshot> of(Snapshot present) {
    return present
        .served()
        .year(version.year())
        .filter(year -> SamePlacement.reasons(year.rubric(), version).isEmpty())
        .map(year -> rescored(present, year));
  }

  private Snapshot rescored(Snapshot present, Served.Year year) {
    Served served = present.served();
    TreeMap<Integer, Served.Year> years = new TreeMap<>(served.years());
    years.put(
        version.year(),
        FoldedScores.year(
            Assessment.of(version, provinces, year.tallies()), previousRanks(year), served.asOf()));
    Rubrics rubrics = Rubrics.of(years.values().stream().map(Served.Year::rubric).toList());
    return new Snapshot(
        new Served(years, served.covers(), served.asOf(), served.freshness()),
        present.reports(),
        new Placer(provinces, rubrics),
        present.truth(),
        present.now());
  }

  /** Both versions rank the same provinces, so the year before is the same too. */
  private static java.util.function.Function<String, OptionalInt> previousRanks(Served.Year year) {
    Map<String, Integer> ranks = new HashMap<>();
    year.ranking()
        .ifPresent(
            ranking -> {
              for (RankedProvince row : ranking.getRows()) {
                if (row.getPreviousRank() != null) {
                  ranks.put(row.getProvince(), row.getPreviousRank());
                }
              }
            });
    return province ->
        ranks.containsKey(province) ? OptionalInt.of(ranks.get(province)) : OptionalInt.empty();
  }
}
