package dev.paca.streams.simulation;

import dev.paca.internal.ServedMessage;
import dev.paca.scores.ProvinceScore;
import dev.paca.scores.Ranking;
import dev.paca.scoring.fold.Fold;
import dev.paca.scoring.ranking.PreviousRank;
import dev.paca.scoring.tally.Tally;
import dev.paca.streams.scoring.AvroScores;
import dev.paca.streams.store.AvroCodec;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Compares scores and rankings that were sent with those that should have been, byte by byte. */
final class Comparison {
  private final AvroCodec<ServedMessage> codec = new AvroCodec<>(ServedMessage.class);
  private final Map<Integer, Fold.Assessment> assessments;

  Comparison(Map<Integer, Fold.Assessment> assessments) {
    this.assessments = assessments;
  }

  /**
   * @param scores by YEAR/PROVINCE
   */
  void scores(Map<String, ProvinceScore> scores) {
    Set<String> expected = new HashSet<>();
    for (Fold.Assessment year : assessments.values()) {
      year.scores()
          .forEach(
              (province, score) -> {
                String key = score.place().key();
                expected.add(key);
                ProvinceScore found = scores.get(key);
                if (found != null) {
                  same(key, found, AvroScores.score(score, found.getAsOf().toEpochMilli()));
                } else if (!year.tallies().getOrDefault(province, new Tally()).isEmpty()) {
                  throw new Violation(key + " has no score instead of " + score.total());
                }
              });
    }
    Set<String> stale = new HashSet<>(scores.keySet());
    stale.removeAll(expected);
    Violation.unless(stale.isEmpty(), "scores of no province of the year's set: " + stale);
  }

  void rankings(Map<Integer, Ranking> rankings) {
    Violation.unless(
        rankings.keySet().equals(assessments.keySet()),
        "ranked " + rankings.keySet() + " instead of " + assessments.keySet());
    assessments.forEach(
        (year, assessment) -> {
          Ranking found = rankings.get(year);
          same(
              "ranking of " + year,
              found,
              AvroScores.ranking(
                  assessment.ranking(),
                  province -> previousRank(year, province),
                  found.getAsOf().toEpochMilli()));
        });
  }

  private OptionalInt previousRank(int year, String province) {
    return Optional.ofNullable(assessments.get(year - 1))
        .map(
            before ->
                new PreviousRank(assessments.get(year).rubric(), before.rubric(), World.PROVINCES)
                    .of(province, before.ranking()))
        .orElse(OptionalInt.empty());
  }

  private void same(String what, Object found, Object expected) {
    Violation.unless(
        Arrays.equals(
            codec.encode(new ServedMessage(found)), codec.encode(new ServedMessage(expected))),
        what + " is " + found + " instead of " + expected);
  }
}
