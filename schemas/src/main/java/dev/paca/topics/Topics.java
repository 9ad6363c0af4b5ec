package dev.paca.topics;

import dev.paca.rejections.Rejected;
import dev.paca.rejections.Replay;
import dev.paca.reports.Appraisal;
import dev.paca.reports.Audit;
import dev.paca.reports.Conflict;
import dev.paca.reports.Denunciation;
import dev.paca.reports.Prosecution;
import dev.paca.reports.Recovery;
import dev.paca.reports.Sanction;
import dev.paca.rubrics.RubricVersion;
import dev.paca.scores.CriterionScore;
import dev.paca.scores.ProvinceScore;
import dev.paca.scores.Ranking;
import dev.paca.scores.ScoreChange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** The names of all topics, what their values are, and how each must be set. */
public final class Topics {
  public static final String AUDITS = "paca.audits";
  public static final String DENUNCIATIONS = "paca.denunciations";
  public static final String PROSECUTIONS = "paca.prosecutions";
  public static final String RECOVERIES = "paca.recoveries";
  public static final String SANCTIONS = "paca.sanctions";
  public static final String CONFLICTS = "paca.conflicts";
  public static final String APPRAISALS = "paca.appraisals";
  public static final String RUBRICS = "paca.rubrics";

  public static final String CRITERION_SCORES = "paca.criterion-scores";
  public static final String PROVINCE_SCORES = "paca.province-scores";
  public static final String RANKINGS = "paca.rankings";
  public static final String SCORE_CHANGES = "paca.score-changes";
  public static final String REJECTED = "paca.rejected";

  /** Which of the rejected records were replayed, by whom and when. */
  public static final String REPLAYS = "paca.replays";

  /** Absolute tallies of every ledger and matters partition, on their way to scoring. */
  public static final String PARTIALS = "paca.internal.partials";

  /** Reports with a case number, on their way to the matter they belong to. */
  public static final String MATTERS = "paca.internal.matters";

  /** What the query service keeps in memory, in one order. */
  public static final String SERVING = "paca.internal.serving";

  /** Partitions of an input topic where nobody says otherwise. */
  public static final int DEFAULT_PARTITIONS = 4;

  /** Largest batch of records that an input topic takes; so no report is larger than this. */
  public static final int MAX_INPUT_BYTES = 1 << 20;

  /**
   * Largest batch where a whole input record travels inside another one ({@link #REJECTED}, {@link
   * #MATTERS}): were it no larger than the input's, a record as large as allowed could be read but
   * neither passed on nor turned away, and would stop its partition. A producer to these topics
   * needs this as its {@code max.request.size}.
   */
  public static final int MAX_WRAPPED_BYTES = 2 * MAX_INPUT_BYTES;

  private static final Map<String, Class<? extends SpecificRecord>> VALUES = values();

  private Topics() {}

  /** The seven topics that agencies' reports arrive on, in the order of the contract. */
  public static List<String> reports() {
    return List.of(
        AUDITS, DENUNCIATIONS, PROSECUTIONS, RECOVERIES, SANCTIONS, CONFLICTS, APPRAISALS);
  }

  /** The topics that others follow. */
  public static List<String> outputs() {
    return List.of(CRITERION_SCORES, PROVINCE_SCORES, RANKINGS, SCORE_CHANGES, REJECTED, REPLAYS);
  }

  /**
   * The generated class of a topic's values; empty for a topic whose values have no registry id
   * (the internal ones) or that is not Paca's.
   */
  public static Optional<Class<? extends SpecificRecord>> valueClass(String topic) {
    return Optional.ofNullable(VALUES.get(topic));
  }

  /** Every topic whose values are registered, with the class of its values. */
  public static Map<String, Class<? extends SpecificRecord>> registered() {
    return VALUES;
  }

  /**
   * Every topic as it must be.
   *
   * @param inputPartitions partitions of each report topic, and of {@link #MATTERS}
   * @param replicationFactor copies of each partition: 1 on one machine, 3 in production
   */
  public static List<TopicDefinition> definitions(int inputPartitions, short replicationFactor) {
    TopicSettings settings = new TopicSettings(replicationFactor);
    List<TopicDefinition> all = new ArrayList<>();
    for (String topic : reports()) {
      all.add(settings.topic(topic, inputPartitions, settings.input()));
    }
    all.add(settings.topic(RUBRICS, 1, settings.versions()));
    // One task computes scores and ranks, so that both are one transaction: one partition each.
    all.add(settings.topic(CRITERION_SCORES, 1, settings.compacted()));
    all.add(settings.topic(PROVINCE_SCORES, 1, settings.compacted()));
    all.add(settings.topic(RANKINGS, 1, settings.compacted()));
    all.add(settings.topic(SCORE_CHANGES, 1, settings.keptForEver()));
    all.add(settings.topic(REJECTED, 1, settings.rejected()));
    all.add(settings.topic(REPLAYS, 1, settings.replays()));
    all.add(settings.topic(PARTIALS, 1, settings.partials()));
    all.add(settings.topic(MATTERS, inputPartitions, settings.matters()));
    all.add(settings.topic(SERVING, 1, settings.compacted()));
    return List.copyOf(all);
  }

  private static Map<String, Class<? extends SpecificRecord>> values() {
    Map<String, Class<? extends SpecificRecord>> values = new LinkedHashMap<>();
    values.put(AUDITS, Audit.class);
    values.put(DENUNCIATIONS, Denunciation.class);
    values.put(PROSECUTIONS, Prosecution.class);
    values.put(RECOVERIES, Recovery.class);
    values.put(SANCTIONS, Sanction.class);
    values.put(CONFLICTS, Conflict.class);
    values.put(APPRAISALS, Appraisal.class);
    values.put(RUBRICS, RubricVersion.class);
    values.put(CRITERION_SCORES, CriterionScore.class);
    values.put(PROVINCE_SCORES, ProvinceScore.class);
    values.put(RANKINGS, Ranking.class);
    values.put(SCORE_CHANGES, ScoreChange.class);
    values.put(REJECTED, Rejected.class);
    values.put(REPLAYS, Replay.class);
    return Collections.unmodifiableMap(values);
  }
}
