package dev.paca.streams.topology;

import dev.paca.topics.TopicMismatch;
import dev.paca.topics.Topics;
import dev.paca.topics.TopicsAdmin;
import dev.paca.topics.TopicsUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Looks at the topics before anything starts: a wrong partition count would miscount for ever. */
public final class InputTopics {
  /** Longer than brokers take to answer, shorter than a person's or a supervisor's patience. */
  public static final Duration PATIENCE = Duration.ofSeconds(20);

  private InputTopics() {}

  /**
   * The number of partitions that the report topics have.
   *
   * @param applicationId whose stores and progress are looked at
   * @param patience how long the brokers may take to answer
   * @throws WrongTopics naming every topic that is missing, set otherwise, or not the one that was
   *     read before; or that no broker answers
   */
  public static int partitions(
      Map<String, Object> clientSettings, String applicationId, Duration patience) {
    String bootstrap =
        String.valueOf(clientSettings.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG));
    try (Admin admin = Admin.create(patient(clientSettings, patience))) {
      Map<String, TopicDescription> reports = reportTopics(admin, bootstrap, patience);
      int partitions = usualPartitions(reports);
      List<String> wrong = new ArrayList<>();
      new TopicsAdmin(admin, patience)
          .check(Topics.definitions(partitions, replication(reports))).stream()
              .map(TopicMismatch::describe)
              .forEach(wrong::add);
      if (!wrong.isEmpty()) {
        wrong.add("`paca topics create` makes what is missing and changes nothing that is there");
      } else {
        wrong.addAll(new Continuity(admin, applicationId, patience).broken(partitions));
      }
      if (!wrong.isEmpty()) {
        throw new WrongTopics(String.join("; ", wrong));
      }
      return partitions;
    } catch (TopicsUnavailableException e) {
      throw new WrongTopics("the brokers at " + bootstrap + ": " + e.getMessage());
    } catch (KafkaException e) {
      throw new WrongTopics("bootstrap " + bootstrap + " cannot be used: " + deepest(e));
    }
  }

  /**
   * Looks whether what the scores cover is still there.
   *
   * @param covers TOPIC-PARTITION → next offset
   * @throws WrongTopics when a topic ends before
   */
  public static void checkCovered(
      Map<String, Object> clientSettings, String applicationId, Map<String, Long> covers) {
    Map<TopicPartition, Long> covered = new HashMap<>();
    covers.forEach(
        (name, next) -> {
          int dash = name.lastIndexOf('-');
          int partition = Integer.parseInt(name.substring(dash + 1));
          covered.put(new TopicPartition(name.substring(0, dash), partition), next);
        });
    try (Admin admin = Admin.create(patient(clientSettings, PATIENCE))) {
      List<String> lost = new Continuity(admin, applicationId, PATIENCE).lost(covered);
      if (!lost.isEmpty()) {
        throw new WrongTopics(String.join("; ", lost));
      }
    }
  }

  /** An admin's close waits for calls that nobody waits for any more. */
  private static Map<String, Object> patient(Map<String, Object> settings, Duration patience) {
    Map<String, Object> patient = new HashMap<>(settings);
    patient.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) patience.toMillis());
    patient.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) patience.toMillis());
    return patient;
  }

  private static String deepest(Throwable e) {
    return e.getCause() == null ? e.getMessage() : deepest(e.getCause());
  }

  private static Map<String, TopicDescription> reportTopics(
      Admin admin, String bootstrap, Duration patience) {
    Map<String, TopicDescription> found = new HashMap<>();
    long end = System.nanoTime() + patience.toNanos();
    Map<String, KafkaFuture<TopicDescription>> answers =
        admin.describeTopics(Topics.reports()).topicNameValues();
    for (Map.Entry<String, KafkaFuture<TopicDescription>> answer : answers.entrySet()) {
      try {
        long left = Math.max(0, end - System.nanoTime());
        found.put(answer.getKey(), answer.getValue().get(left, TimeUnit.NANOSECONDS));
      } catch (TimeoutException e) {
        throw silent(bootstrap, patience);
      } catch (ExecutionException e) {
        if (e.getCause() instanceof org.apache.kafka.common.errors.TimeoutException) {
          throw silent(bootstrap, patience);
        }
        if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
          throw new WrongTopics(
              "the topic " + answer.getKey() + " cannot be described: " + deepest(e));
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new WrongTopics("interrupted while the topics were looked at");
      }
    }
    return found;
  }

  private static WrongTopics silent(String bootstrap, Duration patience) {
    return new WrongTopics(
        "no Kafka broker answers at "
            + bootstrap
            + " within "
            + patience.toSeconds()
            + " s; start it, or set PACA_BOOTSTRAP to where it is");
  }

  /** What most of them have, so that the odd one out is the one that is named. */
  private static int usualPartitions(Map<String, TopicDescription> topics) {
    Map<Integer, Integer> counts = new HashMap<>();
    topics.values().forEach(topic -> counts.merge(topic.partitions().size(), 1, Integer::sum));
    return counts.entrySet().stream()
        .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .orElse(Topics.DEFAULT_PARTITIONS);
  }

  private static short replication(Map<String, TopicDescription> topics) {
    return (short)
        topics.values().stream()
            .mapToInt(topic -> topic.partitions().get(0).replicas().size())
            .max()
            .orElse(1);
  }

  /** The topics are not as they must be; the message is meant for the operator. */
  public static final class WrongTopics extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongTopics(String message) {
      super(message);
    }
  }
}
