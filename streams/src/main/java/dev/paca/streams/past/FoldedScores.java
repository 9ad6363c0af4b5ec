package dev.paca.streams.past;

import dev.paca.scores.ProvinceScore;
import dev.paca.scoring.fold.Fold.Assessment;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.ranking.PreviousRank;
import dev.paca.streams.freshness.FreshnessTable;
import dev.paca.streams.scoring.AvroScores;
import dev.paca.streams.serving.Served;
import dev.paca.streams.store.TallyBlocks;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;

/** The outcome of the pure fold as what is served is kept. */
final class FoldedScores {
  private FoldedScores() {}

  /**
   * @param covers TOPIC-PARTITION → next offset after what was folded
   * @param newest broker time of the newest record folded, ms
   * @param freshness of the same reports
   */
  static Served served(
      Map<Integer, Assessment> assessments,
      Provinces provinces,
      Map<String, Long> covers,
      long newest,
      FreshnessTable freshness) {
    TreeMap<Integer, Served.Year> years = new TreeMap<>();
    assessments.forEach(
        (year, now) -> {
          Optional<Assessment> before = Optional.ofNullable(assessments.get(year - 1));
          years.put(year, year(now, previousRanks(now, before, provinces), newest));
        });
    return new Served(years, covers, newest, freshness);
  }

  private static Function<String, OptionalInt> previousRanks(
      Assessment now, Optional<Assessment> before, Provinces provinces) {
    if (before.isEmpty()) {
      return province -> OptionalInt.empty();
    }
    Assessment then = before.get();
    PreviousRank previous = new PreviousRank(now.rubric(), then.rubric(), provinces);
    return province -> previous.of(province, then.ranking());
  }

  /**
   * @param previousRank province code → rank a year before
   */
  static Served.Year year(
      Assessment assessment, Function<String, OptionalInt> previousRank, long newest) {
    Map<String, ProvinceScore> scores = new HashMap<>();
    // As in what is served, where nothing was counted there is no score.
    Map<String, TallyBlocks> blocks = new HashMap<>();
    for (String province : assessment.tallies().keySet()) {
      blocks.put(province, TallyBlocks.of(assessment.tallies().get(province)));
      scores.put(province, AvroScores.score(assessment.scores().get(province), newest));
    }
    return new Served.Year(
        assessment.rubric(),
        scores,
        Optional.of(AvroScores.ranking(assessment.ranking(), previousRank, newest)),
        blocks);
  }
}
