package dev.paca.streams.simulation;

import dev.paca.internal.ServedCoverage;
import dev.paca.internal.ServedMessage;
import dev.paca.internal.ServedTally;
import dev.paca.internal.TallyFigures;
import dev.paca.rejections.Rejected;
import dev.paca.rubrics.RubricVersion;
import dev.paca.scores.CriterionPoints;
import dev.paca.scores.CriterionScore;
import dev.paca.scores.ProvinceScore;
import dev.paca.scores.Ranking;
import dev.paca.scores.ScoreChange;
import dev.paca.scoring.fold.Fold;
import dev.paca.scoring.rubric.Rubric;
import dev.paca.scoring.tally.Tally;
import dev.paca.streams.store.AvroCodec;
import dev.paca.streams.store.TallyBlocks;
import dev.paca.topics.Topics;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/** A read_committed reader of all that is sent, who believes nothing. */
final class Judge {
  private static final TopicPartition SERVING = new TopicPartition(Topics.SERVING, 0);
  private static final TopicPartition CHANGES = new TopicPartition(Topics.SCORE_CHANGES, 0);
  private static final TopicPartition RUBRICS = new TopicPartition(Topics.RUBRICS, 0);

  private final Broker broker;
  private final RandomRubrics rubrics;
  private final AvroCodec<ServedMessage> codec = new AvroCodec<>(ServedMessage.class);
  private final Map<String, ProvinceScore> scores = new TreeMap<>();
  private final Map<Integer, Ranking> rankings = new TreeMap<>();
  private final Map<Integer, RubricVersion> inForce = new TreeMap<>();
  private final Map<Integer, Map<String, TallyBlocks>> tallies = new HashMap<>();
  private final Map<String, BigDecimal> changed = new TreeMap<>();
  private final int rubricsAtStart;
  private final JudgedFreshness freshness = new JudgedFreshness();
  private Map<String, Long> covered = Map.of();
  private long served;
  private long told;

  Judge(Broker broker, RandomRubrics rubrics) {
    this.broker = broker;
    this.rubrics = rubrics;
    this.rubricsAtStart = publications();
  }

  private int publications() {
    return broker.committed(RUBRICS).size();
  }

  /** The versions that what is served was scored by. */
  Collection<RubricVersion> rubrics() {
    return List.copyOf(inForce.values());
  }

  /** Reads what one more commit made visible: whole flushes, each consistent in itself. */
  void look() {
    boolean whole = true;
    Optional<Broker.Stored> next = broker.next(SERVING, served);
    while (next.isPresent()) {
      whole = serve(next.get());
      served = next.get().offset() + 1;
      next = broker.next(SERVING, served);
    }
    Violation.unless(whole, "torn: a commit shows a part of a flush");
    readChanges();
    changed.forEach(
        (criterion, points) ->
            Violation.unless(
                points(criterion).compareTo(points) == 0,
                criterion + " became " + points + " but is served as " + points(criterion)));
  }

  /** Whether this record ended a flush. */
  private boolean serve(Broker.Stored stored) {
    if (stored.value() == null) {
      takeBack(new String(stored.key(), StandardCharsets.UTF_8).split("/", -1));
      return false;
    }
    boolean ended = false;
    for (ServedMessage each : codec.decodeAll(stored.bytes())) {
      ended = serve(each.getMessage());
    }
    return ended;
  }

  /** Whether this ended a flush. */
  private boolean serve(Object message) {
    if (message instanceof ProvinceScore score) {
      scores.put(score.getYear() + "/" + score.getProvince(), score);
    } else if (message instanceof Ranking ranking) {
      rankings.put(ranking.getYear(), ranking);
    } else if (message instanceof RubricVersion version) {
      inForce.put(version.getYear(), version);
    } else if (message instanceof ServedTally tally) {
      block(tally.getYear(), tally.getProvince(), tally.getBlock(), tally.getFigures());
    } else if (freshness.takes(message)) {
      return false;
    } else if (message instanceof ServedCoverage coverage) {
      covered = new TreeMap<>(coverage.getNextOffsets());
      consistent();
      return true;
    }
    return false;
  }

  private void block(int year, String province, String block, TallyFigures now) {
    tallies
        .computeIfAbsent(year, y -> new HashMap<>())
        .merge(
            province,
            TallyBlocks.NONE.with(block, now),
            (before, first) -> before.with(block, now));
  }

  private void takeBack(String[] key) {
    if (key[0].equals("score")) {
      scores.remove(key[1] + "/" + key[2]);
    }
  }

  private Map<String, Tally> tallies(int year) {
    Map<String, Tally> ofYear = new HashMap<>();
    tallies
        .getOrDefault(year, Map.of())
        .forEach((province, blocks) -> ofYear.put(province, blocks.tally()));
    return ofYear;
  }

  /** Scores and ranks are those of the tallies and rubrics served beside them. */
  private void consistent() {
    Map<Integer, Fold.Assessment> assessments = new TreeMap<>();
    inForce.forEach(
        (year, version) -> {
          Rubric rubric = rubrics.read(version);
          assessments.put(year, Fold.Assessment.of(rubric, World.PROVINCES, tallies(year)));
        });
    compare(assessments);
  }

  /** What is served is what these say. */
  void compare(Map<Integer, Fold.Assessment> assessments) {
    Comparison comparison = new Comparison(assessments);
    comparison.scores(scores);
    comparison.rankings(rankings);
  }

  /** Every change begins where the one before it ended. */
  private void readChanges() {
    Optional<Broker.Stored> next = broker.next(CHANGES, told);
    while (next.isPresent()) {
      ScoreChange change = (ScoreChange) next.get().value();
      String key = change.getYear() + "/" + change.getProvince() + "/" + change.getCriterion();
      BigDecimal before = changed.getOrDefault(key, BigDecimal.ZERO);
      Violation.unless(
          change.getOldPoints().compareTo(before) == 0,
          key + " changed from " + change.getOldPoints() + " but was " + before);
      Violation.unless(
          change.getReportCount() > 0 || (change.getByRubric() && publications() > rubricsAtStart),
          key + " changed, and neither a report nor a rubric is behind it");
      changed.put(key, change.getNewPoints());
      told = next.get().offset() + 1;
      next = broker.next(CHANGES, told);
    }
  }

  private BigDecimal points(String criterion) {
    int end = criterion.lastIndexOf('/');
    ProvinceScore score = scores.get(criterion.substring(0, end));
    String code = criterion.substring(end + 1);
    if (score == null) {
      return BigDecimal.ZERO;
    }
    return code.equals(Rubric.TOTAL)
        ? score.getTotal()
        : score.getCriteria().stream()
            .filter(each -> each.getCriterion().equals(code))
            .map(CriterionPoints::getPoints)
            .findFirst()
            .orElse(BigDecimal.ZERO);
  }

  /** The end: everything that anyone can read says what the fold says. */
  void conclude(Expected expected) {
    look();
    Violation.unless(
        covered.equals(expected.covered()),
        "covers " + covered + " instead of " + expected.covered());
    Violation.unless(
        inForce.equals(expected.rubrics()), "rubrics in force are " + versions(inForce));
    compare(expected.assessments());
    Comparison comparison = new Comparison(expected.assessments());
    comparison.scores(latest(Topics.PROVINCE_SCORES, ProvinceScore.class));
    Map<Integer, Ranking> ranked = new TreeMap<>();
    latest(Topics.RANKINGS, Ranking.class)
        .forEach((year, ranking) -> ranked.put(Integer.valueOf(year), ranking));
    comparison.rankings(ranked);
    criteria();
    rejected(expected);
    freshness.conclude(expected);
  }

  /** Whether it is worth looking what covers all input. */
  boolean mayCoverAll() {
    return !covered.isEmpty() || freshness.covers();
  }

  /** What says that it covers all input is the fold of it. */
  void compareIfCovered(Expected expected) {
    if (covered.equals(expected.covered())) {
      compare(expected.assessments());
    }
    freshness.compareIfCovered(expected);
  }

  private void criteria() {
    Map<String, CriterionScore> found = latest(Topics.CRITERION_SCORES, CriterionScore.class);
    Set<String> stale = new HashSet<>(found.keySet());
    scores.forEach(
        (place, score) -> {
          for (CriterionPoints points : score.getCriteria()) {
            String key = place + "/" + points.getCriterion();
            stale.remove(key);
            CriterionScore said = found.get(key);
            Violation.unless(
                said != null
                    && said.getPoints().equals(points.getPoints())
                    && said.getMax().equals(points.getMax())
                    && said.getBasis() == points.getBasis()
                    && said.getRubricVersion() == score.getRubricVersion(),
                key + " is " + said + " instead of " + points + " of " + score);
          }
        });
    Violation.unless(stale.isEmpty(), "scores of criteria that are no more: " + stale);
  }

  private void rejected(Expected expected) {
    Set<String> seen = new HashSet<>();
    for (Broker.Stored stored : broker.committed(new TopicPartition(Topics.REJECTED, 0))) {
      String at = new String(stored.key(), StandardCharsets.UTF_8);
      String code = ((Rejected) stored.value()).getCode();
      Violation.unless(seen.add(at), "rejected twice: " + at);
      Violation.unless(
          expected.rejected().containsKey(at) && expected.rejected().get(at).name().equals(code),
          at + " was rejected with " + code + " instead of " + expected.rejected().get(at));
    }
    Violation.unless(
        seen.equals(expected.rejected().keySet()),
        "rejected " + seen + " instead of " + expected.rejected().keySet());
  }

  /** As a compacted topic keeps it. */
  private <T> Map<String, T> latest(String topic, Class<T> type) {
    Map<String, T> latest = new TreeMap<>();
    for (Broker.Stored stored : broker.committed(new TopicPartition(topic, 0))) {
      String key = new String(stored.key(), StandardCharsets.UTF_8);
      if (stored.value() == null) {
        latest.remove(key);
      } else {
        latest.put(key, type.cast(stored.value()));
      }
    }
    return latest;
  }

  private static Map<Integer, Integer> versions(Map<Integer, RubricVersion> rubrics) {
    Map<Integer, Integer> versions = new TreeMap<>();
    rubrics.forEach((year, version) -> versions.put(year, version.getVersion()));
    return versions;
  }
}
