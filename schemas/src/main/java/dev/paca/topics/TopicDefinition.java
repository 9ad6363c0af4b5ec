package dev.paca.topics;

import java.util.Map;
import java.util.TreeMap;

/**
 * How one topic must be.
 *
 * @param name the topic's name
 * @param partitions exactly this many: keys are found again by partition, so the number never
 *     changes while the topic holds records
 * @param replicationFactor at least this many copies of each partition
 * @param config the settings that matter to Paca, by Kafka's names; a setting that is not here is
 *     left to the broker
 */
public record TopicDefinition(
    String name, int partitions, short replicationFactor, Map<String, String> config) {
  public TopicDefinition {
    if (partitions < 1) {
      throw new IllegalArgumentException(name + " needs at least one partition, not " + partitions);
    }
    if (replicationFactor < 1) {
      throw new IllegalArgumentException(
          name + " needs at least one replica, not " + replicationFactor);
    }
    config = java.util.Collections.unmodifiableMap(new TreeMap<>(config));
  }
}
