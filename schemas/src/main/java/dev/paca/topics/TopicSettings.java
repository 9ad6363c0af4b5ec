package dev.paca.topics;

import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_COMPACT;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_DELETE;
import static org.apache.kafka.common.config.TopicConfig.MAX_MESSAGE_BYTES_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_BYTES_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_MS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.SEGMENT_BYTES_CONFIG;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The few kinds of settings that topics have, each with its reason. */
record TopicSettings(short replicationFactor) {
  private static final String UNLIMITED = "-1";

  TopicDefinition topic(String name, int partitions, Map<String, String> config) {
    Map<String, String> all = new HashMap<>(config);
    // One replica may be down without stopping writes, and an acknowledged write is on two.
    all.put(MIN_IN_SYNC_REPLICAS_CONFIG, replicationFactor > 2 ? "2" : "1");
    // The broker's time everywhere. In the input because a deadline must be decided in a replay as
    // it was the first time, and an agency's clock may be wrong; in what we write because brokers
    // refuse a time more than an hour ahead of theirs, and delete by age what is stamped long ago.
    all.put(MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
    return new TopicDefinition(name, partitions, replicationFactor, all);
  }

  /** Kept for ever, because scores are recomputed from it. */
  Map<String, String> input() {
    return keptForEver();
  }

  /** Nothing is deleted by age or by size; a size limit of the broker would not count here. */
  Map<String, String> keptForEver() {
    return with(
        deletedAfter(UNLIMITED),
        Map.of(MAX_MESSAGE_BYTES_CONFIG, Integer.toString(Topics.MAX_INPUT_BYTES)));
  }

  /** As {@link #keptForEver()}, with room for the largest input record inside. */
  Map<String, String> rejected() {
    return with(keptForEver(), wrapping());
  }

  /**
   * The last value of each key. Every instance reads these topics from the start when it starts, so
   * they are cleaned early (a tenth dirty, not half) and in small segments: the newest segment is
   * never cleaned, and with Kafka's 1 GB a start would read up to that much.
   */
  Map<String, String> compacted() {
    return Map.of(
        CLEANUP_POLICY_CONFIG,
        CLEANUP_POLICY_COMPACT,
        MIN_CLEANABLE_DIRTY_RATIO_CONFIG,
        "0.1",
        SEGMENT_BYTES_CONFIG,
        Integer.toString(32 << 20),
        MAX_MESSAGE_BYTES_CONFIG,
        Integer.toString(Topics.MAX_INPUT_BYTES));
  }

  /**
   * Compacted in name only: no record is ever old enough to be cleaned away, for every score names
   * the version that made it, and a rollback publishes an old one again. The broker's time says
   * when a version came into force.
   */
  Map<String, String> versions() {
    return with(compacted(), Map.of(MIN_COMPACTION_LAG_MS_CONFIG, Long.toString(Long.MAX_VALUE)));
  }

  /**
   * One record a rejected record, written once: compaction takes none of them away, only what
   * transactions leave behind. The broker's time says when it was replayed.
   */
  Map<String, String> replays() {
    return compacted();
  }

  /** Partials are absolute and sent anew at every start, so a day is plenty. */
  Map<String, String> partials() {
    return with(
        deletedAfter(Long.toString(Duration.ofDays(1).toMillis())),
        Map.of(MAX_MESSAGE_BYTES_CONFIG, Integer.toString(Topics.MAX_INPUT_BYTES)));
  }

  /** Not sent anew by itself: a week, so that no stop that people would overlook loses any. */
  Map<String, String> matters() {
    return with(deletedAfter(Long.toString(Duration.ofDays(7).toMillis())), wrapping());
  }

  private static Map<String, String> deletedAfter(String retentionMs) {
    return Map.of(
        CLEANUP_POLICY_CONFIG,
        CLEANUP_POLICY_DELETE,
        RETENTION_MS_CONFIG,
        retentionMs,
        RETENTION_BYTES_CONFIG,
        UNLIMITED);
  }

  private static Map<String, String> wrapping() {
    return Map.of(MAX_MESSAGE_BYTES_CONFIG, Integer.toString(Topics.MAX_WRAPPED_BYTES));
  }

  private static Map<String, String> with(Map<String, String> base, Map<String, String> more) {
    Map<String, String> all = new HashMap<>(base);
    all.putAll(more);
    return all;
  }
}
