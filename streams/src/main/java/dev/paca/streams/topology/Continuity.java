package dev.paca.streams.topology;

import dev.paca.streams.ledger.LedgerStore;
import dev.paca.streams.matters.MatterStore;
import dev.paca.streams.scoring.ScoringStores;
import dev.paca.topics.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Whether what was read before is what is there now. A topic that was made anew would be read from
 * where the old one ended, or from its start into stores that hold the old one's reports; stores
 * whose changelog is gone would be lost with the first instance. Both would miscount in silence.
 */
final class Continuity {
  private static final String AGAIN =
      "; to count everything anew from the input see \"Counting anew\" in docs/operations.md: it"
          + " begins with stopping all instances and deleting the group %s";

  private final Admin admin;
  private final String applicationId;
  private final long end;

  Continuity(Admin admin, String applicationId, Duration patience) {
    this.admin = admin;
    this.applicationId = applicationId;
    this.end = System.nanoTime() + patience.toNanos();
  }

  /** Each break in words; empty where all is well, and before the first start. */
  List<String> broken(int inputPartitions) {
    Map<TopicPartition, Long> read = read();
    List<String> broken = new ArrayList<>(changelogs(inputPartitions, !read.isEmpty()));
    broken.addAll(offsets(read));
    return withRemedy(broken);
  }

  /**
   * The same of what the scores cover: the group's progress is deleted with a topic, and what was
   * counted is not.
   */
  List<String> lost(Map<TopicPartition, Long> covered) {
    return withRemedy(offsets(covered));
  }

  private List<String> withRemedy(List<String> broken) {
    if (broken.isEmpty()) {
      return broken;
    }
    List<String> all = new ArrayList<>(broken);
    int last = all.size() - 1;
    all.set(last, all.get(last) + AGAIN.formatted(applicationId));
    return all;
  }

  /** What the group committed of the input, where it has read anything. */
  private Map<TopicPartition, Long> read() {
    Map<TopicPartition, OffsetAndMetadata> committed =
        get(
            admin.listConsumerGroupOffsets(applicationId).partitionsToOffsetAndMetadata(),
            "the progress of the group " + applicationId);
    Map<TopicPartition, Long> read = new HashMap<>();
    committed.forEach(
        (partition, offset) -> {
          if (offset != null && offset.offset() > 0 && ours(partition.topic())) {
            read.put(partition, offset.offset());
          }
        });
    return read;
  }

  /** Not the partials, which are absolute and sent anew: of those nothing is missed. */
  private static boolean ours(String topic) {
    return Topics.reports().contains(topic) || topic.equals(Topics.MATTERS);
  }

  private List<String> changelogs(int inputPartitions, boolean hasRead) {
    Map<String, Integer> expected = new TreeMap<>();
    for (String store : List.of(LedgerStore.NAME, MatterStore.NAME)) {
      expected.put(changelog(store), inputPartitions);
    }
    ScoringStores.NAMES.forEach(store -> expected.put(changelog(store), 1));
    Map<String, KafkaFuture<TopicDescription>> answers =
        admin.describeTopics(expected.keySet()).topicNameValues();
    List<String> broken = new ArrayList<>();
    expected.forEach(
        (topic, partitions) -> {
          try {
            int found = get(answers.get(topic), topic).partitions().size();
            if (found != partitions) {
              broken.add(
                  topic + " has " + found + " partitions and must have exactly " + partitions);
            }
          } catch (Missing e) {
            if (hasRead) {
              broken.add(topic + " is missing, although reports were read into its store");
            }
          }
        });
    return broken;
  }

  private String changelog(String store) {
    return applicationId + "-" + store + "-changelog";
  }

  private List<String> offsets(Map<TopicPartition, Long> read) {
    Map<TopicPartition, Long> first = offsets(read, OffsetSpec.earliest());
    Map<TopicPartition, Long> next = offsets(read, OffsetSpec.latest());
    List<String> broken = new ArrayList<>();
    read.forEach(
        (partition, offset) -> {
          if (next.get(partition) < offset) {
            broken.add(
                "%s ends at %d and was read to %d before: it was made anew or has lost records"
                    .formatted(partition, next.get(partition), offset));
          } else if (first.get(partition) > offset) {
            broken.add(
                "%s begins at %d and was read to %d before: what was between is gone"
                    .formatted(partition, first.get(partition), offset));
          }
        });
    return broken.stream().sorted().toList();
  }

  private Map<TopicPartition, Long> offsets(Map<TopicPartition, Long> read, OffsetSpec spec) {
    Map<TopicPartition, OffsetSpec> asked =
        read.keySet().stream().collect(Collectors.toMap(Function.identity(), p -> spec));
    return get(admin.listOffsets(asked).all(), "the offsets of the input").entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> offset(e.getValue())));
  }

  private static long offset(ListOffsetsResultInfo info) {
    return info.offset();
  }

  private <T> T get(KafkaFuture<T> answer, String what) {
    try {
      return answer.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        throw new Missing(what);
      }
      throw new InputTopics.WrongTopics(what + " cannot be read: " + e.getCause().getMessage());
    } catch (TimeoutException e) {
      throw new InputTopics.WrongTopics(what + " cannot be read: the brokers do not answer");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InputTopics.WrongTopics("interrupted while the topics were looked at");
    }
  }

  private static final class Missing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Missing(String what) {
      super(what + " is missing");
    }
  }
}
