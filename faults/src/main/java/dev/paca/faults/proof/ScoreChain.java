package dev.paca.faults.proof;

import dev.paca.scores.ScoreChange;
import dev.paca.scoring.fold.Fold;
import dev.paca.scoring.rubric.Rubric;
import dev.paca.scoring.score.CriterionScore;
import dev.paca.scoring.score.ProvinceScore;
import dev.paca.settings.ClientSettings;
import dev.paca.settings.Settings;
import dev.paca.streams.recount.TopicReader;
import dev.paca.streams.recount.Values;
import dev.paca.topics.Topics;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Every change of every criterion must start where the one before it ended, and the last must end
 * where the fold does: no change is missing, none is told twice.
 */
final class ScoreChain {
  private final Map<String, BigDecimal> points = new TreeMap<>();
  private final List<String> broken = new ArrayList<>();

  private ScoreChain() {}

  static ScoreChain read(Settings settings) {
    ScoreChain chain = new ScoreChain();
    try (TopicReader reader =
            TopicReader.open(Topics.SCORE_CHANGES, ClientSettings.kafka(settings));
        Values values = Values.open(settings)) {
      reader.readTo(
          reader.committedEnds(),
          found -> {
            if (values.read(found) instanceof Values.Read.Value read
                && read.value() instanceof ScoreChange change) {
              chain.add(change, found.offset());
            }
          });
    }
    return chain;
  }

  private void add(ScoreChange change, long offset) {
    String key = key(change.getYear(), change.getProvince(), change.getCriterion());
    BigDecimal before = points.getOrDefault(key, BigDecimal.ZERO);
    if (before.compareTo(change.getOldPoints()) != 0) {
      broken.add(
          "the change of %s at offset %d starts at %s, the one before it ended at %s"
              .formatted(key, offset, change.getOldPoints(), before));
    }
    points.put(key, change.getNewPoints());
  }

  List<String> differences(Map<Integer, Fold.Assessment> assessments) {
    List<String> differences = new ArrayList<>(broken);
    assessments.forEach(
        (year, assessment) ->
            assessment
                .scores()
                .forEach((province, score) -> compare(year, province, score, differences)));
    return differences;
  }

  private void compare(int year, String province, ProvinceScore score, List<String> into) {
    compare(key(year, province, Rubric.TOTAL), score.total(), into);
    for (CriterionScore criterion : score.criteria()) {
      compare(key(year, province, criterion.code()), criterion.points(), into);
    }
  }

  private void compare(String key, BigDecimal recomputed, List<String> into) {
    BigDecimal told = points.getOrDefault(key, BigDecimal.ZERO);
    if (told.compareTo(recomputed) != 0) {
      into.add("the changes of %s end at %s, the fold at %s".formatted(key, told, recomputed));
    }
  }

  private static String key(int year, String province, String criterion) {
    return year + "/" + province + "/" + criterion;
  }
}
