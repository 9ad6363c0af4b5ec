package dev.paca.streams.past;

import dev.paca.scores.ProvinceScore;
import dev.paca.scores.Ranking;
import dev.paca.scoring.fold.Fold.Assessment;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.ranking.PreviousRank;
import dev.paca.streams.scoring.AvroScores;
import dev.paca.streams.serving.Served;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** The outcome of a fold as what is served is kept. */
final class FoldedScores {
  private final Map<Integer, Assessment> assessments;
  private final Provinces provinces;
  private final long newest;

  /**
   * @param newest broker time of the newest record folded, ms
   */
  FoldedScores(Map<Integer, Assessment> assessments, Provinces provinces, long newest) {
    this.assessments = assessments;
    this.provinces = provinces;
    this.newest = newest;
  }

  /**
   * @param covers TOPIC-PARTITION → next offset after what was folded
   */
  Served served(Map<String, Long> covers) {
    TreeMap<Integer, Served.Year> years = new TreeMap<>();
    assessments.forEach((year, assessment) -> years.put(year, year(assessment)));
    return new Served(years, covers, newest);
  }

  private Served.Year year(Assessment assessment) {
    Map<String, ProvinceScore> scores = new HashMap<>();
    // As in what is served, where nothing was counted there is no score.
    assessment
        .tallies()
        .keySet()
        .forEach(
            province ->
                scores.put(province, AvroScores.score(assessment.scores().get(province), newest)));
    return new Served.Year(
        assessment.rubric(), scores, Optional.of(ranking(assessment)), assessment.tallies());
  }

  private Ranking ranking(Assessment now) {
    Optional<Assessment> before = Optional.ofNullable(assessments.get(now.rubric().year() - 1));
    return AvroScores.ranking(
        now.ranking(),
        province ->
            before
                .map(
                    then ->
                        PreviousRank.of(
                            province, now.rubric(), then.rubric(), then.ranking(), provinces))
                .orElse(OptionalInt.empty()),
        newest);
  }
}
