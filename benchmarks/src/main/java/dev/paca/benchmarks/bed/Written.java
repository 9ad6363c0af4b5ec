package dev.paca.benchmarks.bed;

import dev.paca.topics.Topics;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.LogDirDescription;

/**
 * Bytes that lie in the broker's logs.
 *
 * @param byTopic topic → bytes, headers of batches and marks of transactions included; without the
 *     reports and rubrics themselves
 */
public record Written(Map<String, Long> byTopic) {

  /** As it is now. */
  public static Written on(Bed bed) {
    Map<String, Long> byTopic = new TreeMap<>();
    Bed.await(bed.admin().describeLogDirs(List.of(1)).allDescriptions())
        .values()
        .forEach(folders -> folders.values().forEach(folder -> add(folder, byTopic)));
    byTopic.keySet().removeAll(Topics.reports());
    byTopic.remove(Topics.RUBRICS);
    return new Written(byTopic);
  }

  private static void add(LogDirDescription folder, Map<String, Long> byTopic) {
    folder
        .replicaInfos()
        .forEach(
            (partition, replica) -> byTopic.merge(partition.topic(), replica.size(), Long::sum));
  }

  public long total() {
    return byTopic.values().stream().mapToLong(Long::longValue).sum();
  }

  /** What came since; a topic that was made anew counts whole. */
  public Written since(Written before) {
    Map<String, Long> more = new TreeMap<>();
    byTopic.forEach(
        (topic, bytes) -> {
          long was = before.byTopic.getOrDefault(topic, 0L);
          more.put(topic, bytes >= was ? bytes - was : bytes);
        });
    return new Written(more);
  }
}
