package dev.paca.faults.watch;

import dev.paca.internal.ServedMessage;
import dev.paca.scores.CriterionPoints;
import dev.paca.scores.CriterionScore;
import dev.paca.scores.ProvinceScore;
import dev.paca.scores.Ranking;
import dev.paca.scores.ScoreChange;
import dev.paca.scoring.rubric.Rubric;
import dev.paca.scoring.tally.Place;
import dev.paca.streams.store.AvroCodec;
import dev.paca.topics.Topics;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What each score and ranking on the serving topic says must stand on the public topics, and what
 * stands there must have been said: the same score, the criteria that changed with it, a change for
 * each criterion whose points are others.
 */
final class SaidByServing {
  private static final String NONE = "taken back";

  private final AvroCodec<ServedMessage> codec = new AvroCodec<>(ServedMessage.class);
  private final AvroCodec<CriterionPoints> criterionCodec = new AvroCodec<>(CriterionPoints.class);
  private final Map<String, Counterparts> topics = new LinkedHashMap<>();
  private final Committed committed;

  /**
   * A criterion of a province's score.
   *
   * @param what as its own record on the public topic says it
   * @param all also what only the province's record says, as the points of every stage: where that
   *     changes, the criterion's record is sent again
   */
  private record Criterion(String what, ByteBuffer all) {}

  SaidByServing(Committed committed, Violations violations) {
    this.committed = committed;
    for (String topic :
        List.of(
            Topics.CRITERION_SCORES,
            Topics.PROVINCE_SCORES,
            Topics.RANKINGS,
            Topics.SCORE_CHANGES)) {
      topics.put(topic, new Counterparts(topic, violations));
    }
  }

  void score(
      long flush,
      RecordAt at,
      Place place,
      Optional<ProvinceScore> before,
      Optional<ProvinceScore> after) {
    after.ifPresent(committed::add);
    topics
        .get(Topics.PROVINCE_SCORES)
        .said(place.key(), after.map(this::what).orElse(NONE), flush, at);
    Map<String, Criterion> were = criteria(before);
    Map<String, Criterion> are = criteria(after);
    Map<String, BigDecimal> old = points(before);
    Map<String, BigDecimal> now = points(after);
    for (String code : union(old.keySet(), now.keySet())) {
      String key = place.key() + "/" + code;
      Optional<Criterion> is = Optional.ofNullable(are.get(code));
      if (!code.equals(Rubric.TOTAL) && !is.equals(Optional.ofNullable(were.get(code)))) {
        String what = is.map(Criterion::what).orElse(NONE);
        topics.get(Topics.CRITERION_SCORES).said(key, what, flush, at);
      }
      BigDecimal from = old.getOrDefault(code, BigDecimal.ZERO);
      BigDecimal to = now.getOrDefault(code, BigDecimal.ZERO);
      if (from.compareTo(to) != 0) {
        topics.get(Topics.SCORE_CHANGES).said(key, step(from, to), flush, at);
      }
    }
  }

  void ranking(long flush, RecordAt at, Ranking ranking) {
    committed.add(ranking);
    topics.get(Topics.RANKINGS).said(Integer.toString(ranking.getYear()), what(ranking), flush, at);
  }

  /** A record of one of the public topics that scoring writes; empty for one without a value. */
  void seen(RecordAt at, String key, Optional<Object> value) {
    String place = value.filter(ScoreChange.class::isInstance).isPresent() ? key + "/" : key;
    if (value.isPresent() && value.get() instanceof ScoreChange change) {
      String step = step(change.getOldPoints(), change.getNewPoints());
      topics.get(at.topic()).seen(place + change.getCriterion(), step, at);
    } else {
      topics.get(at.topic()).seen(place, value.map(this::what).orElse(NONE), at);
    }
  }

  void ended(long flush) {
    topics.values().forEach(topic -> topic.ended(flush));
  }

  boolean settled() {
    return topics.values().stream().allMatch(Counterparts::settled);
  }

  void conclude() {
    topics.values().forEach(Counterparts::conclude);
  }

  /** In words, with the bytes' hash: whatever differs, the words do. */
  private String what(Object value) {
    if (value instanceof CriterionScore score) {
      return what(score.getPoints(), score.getMax(), score.getBasis(), score.getRubricVersion());
    }
    String hash = Integer.toHexString(Arrays.hashCode(codec.encode(new ServedMessage(value))));
    return value instanceof ProvinceScore score
        ? score.getTotal() + " by version " + score.getRubricVersion() + " (" + hash + ")"
        : "a ranking (" + hash + ")";
  }

  private static String what(BigDecimal points, BigDecimal max, Object basis, int version) {
    return "%s of %s, %s, by version %d".formatted(points, max, basis, version);
  }

  private static String step(BigDecimal from, BigDecimal to) {
    return from.setScale(2) + " -> " + to.setScale(2);
  }

  private Map<String, Criterion> criteria(Optional<ProvinceScore> score) {
    Map<String, Criterion> all = new LinkedHashMap<>();
    score.ifPresent(
        s -> {
          for (CriterionPoints c : s.getCriteria()) {
            String what = what(c.getPoints(), c.getMax(), c.getBasis(), s.getRubricVersion());
            all.put(
                c.getCriterion(), new Criterion(what, ByteBuffer.wrap(criterionCodec.encode(c))));
          }
        });
    return all;
  }

  private static Map<String, BigDecimal> points(Optional<ProvinceScore> score) {
    Map<String, BigDecimal> all = new LinkedHashMap<>();
    score.ifPresent(
        s -> {
          for (CriterionPoints c : s.getCriteria()) {
            all.put(c.getCriterion(), c.getPoints());
          }
          all.put(Rubric.TOTAL, s.getTotal());
        });
    return all;
  }

  private static Collection<String> union(Collection<String> one, Collection<String> other) {
    Collection<String> both = new TreeSet<>(one);
    both.addAll(other);
    return both;
  }
}
