package dev.paca.streams.watch;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.ThreadMetadata;

/**
 * How far one task of this instance is behind a partition that it reads.
 *
 * @param records between what was committed and the end as the task saw it last; some of them may
 *     be marks of transactions, so a quiet partition may show 1 or 2
 */
public record InputLag(TopicPartition partition, long records) {

  /** Of every partition that a task of these threads reads, in order; copies read none. */
  public static List<InputLag> of(Collection<ThreadMetadata> threads) {
    return threads.stream()
        .flatMap(thread -> thread.activeTasks().stream())
        .flatMap(
            task ->
                task.topicPartitions().stream()
                    .map(
                        each ->
                            new InputLag(
                                each,
                                records(
                                    task.committedOffsets().get(each),
                                    task.endOffsets().get(each)))))
        .sorted(
            Comparator.comparing((InputLag each) -> each.partition().topic())
                .thenComparing(each -> each.partition().partition()))
        .toList();
  }

  /** Negative or missing where nothing was read or committed yet. */
  private static long records(Long committed, Long end) {
    return end == null || end < 0
        ? 0
        : Math.max(0, end - Math.max(0, committed == null ? 0 : committed));
  }
}
