package dev.paca.topics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.DescribeConfigsOptions;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Makes a cluster's topics, and says how they differ from what they must be. It never changes or
 * deletes a topic that is there: that is an operator's decision.
 */
public final class TopicsAdmin {
  private final Admin admin;
  private final Duration deadline;

  /**
   * @param admin stays the caller's to close
   * @param deadline how long each method may wait for the cluster
   */
  public TopicsAdmin(Admin admin, Duration deadline) {
    this.admin = admin;
    this.deadline = deadline;
  }

  /**
   * Makes the topics that are missing and waits until they can be described.
   *
   * @return the names of the topics it made, in the given order; empty when all were there
   * @throws TopicsUnavailableException when the cluster does not answer in time or refuses
   */
  public List<String> create(Collection<TopicDefinition> definitions) {
    long end = System.nanoTime() + deadline.toNanos();
    List<NewTopic> wanted = new ArrayList<>();
    for (TopicDefinition topic : definitions) {
      wanted.add(
          new NewTopic(topic.name(), topic.partitions(), topic.replicationFactor())
              .configs(topic.config()));
    }
    Map<String, KafkaFuture<Void>> answers =
        admin.createTopics(wanted, new CreateTopicsOptions().timeoutMs(left(end))).values();
    List<String> made = new ArrayList<>();
    for (TopicDefinition topic : definitions) {
      if (wasMade(topic.name(), answers.get(topic.name()), end)) {
        made.add(topic.name());
      }
    }
    // The controller answers before every broker has heard of the topic.
    while (described(made, end).size() < made.size()) {
      java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
    return made;
  }

  /**
   * Every difference between the cluster's topics and the definitions; empty when all is well.
   *
   * @throws TopicsUnavailableException when the cluster does not answer in time or refuses
   */
  public List<TopicMismatch> check(Collection<TopicDefinition> definitions) {
    long end = System.nanoTime() + deadline.toNanos();
    Map<String, TopicDescription> topics =
        described(definitions.stream().map(TopicDefinition::name).toList(), end);
    Map<String, Config> configs = configs(topics.keySet(), end);
    List<TopicMismatch> mismatches = new ArrayList<>();
    for (TopicDefinition topic : definitions) {
      Optional.ofNullable(topics.get(topic.name()))
          .ifPresentOrElse(
              found -> compare(topic, found, configs.get(topic.name()), mismatches),
              () -> mismatches.add(new TopicMismatch(topic.name(), "topic", "there", "missing")));
    }
    return mismatches;
  }

  private static void compare(
      TopicDefinition topic, TopicDescription found, Config config, List<TopicMismatch> into) {
    int partitions = found.partitions().size();
    if (partitions != topic.partitions()) {
      into.add(mismatch(topic, "partitions", topic.partitions(), partitions));
    }
    int replicas =
        found.partitions().stream().mapToInt(p -> p.replicas().size()).min().orElseThrow();
    if (replicas < topic.replicationFactor()) {
      into.add(mismatch(topic, "replication.factor", topic.replicationFactor(), replicas));
    }
    topic
        .config()
        .forEach(
            (name, expected) -> {
              String value = config.get(name) == null ? "unknown" : config.get(name).value();
              if (!expected.equals(value)) {
                into.add(mismatch(topic, name, expected, value));
              }
            });
  }

  private static TopicMismatch mismatch(
      TopicDefinition topic, String what, Object expected, Object found) {
    return new TopicMismatch(topic.name(), what, expected.toString(), found.toString());
  }

  private boolean wasMade(String topic, KafkaFuture<Void> answer, long end) {
    try {
      await("create " + topic, answer, end);
      return true;
    } catch (TopicsUnavailableException e) {
      if (e.getCause() instanceof TopicExistsException) {
        return false;
      }
      throw e;
    }
  }

  private Map<String, TopicDescription> described(Collection<String> names, long end) {
    Map<String, TopicDescription> found = new HashMap<>();
    admin
        .describeTopics(names, new DescribeTopicsOptions().timeoutMs(left(end)))
        .topicNameValues()
        .forEach(
            (name, answer) -> {
              try {
                found.put(name, await("describe " + name, answer, end));
              } catch (TopicsUnavailableException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                  throw e;
                }
              }
            });
    return found;
  }

  private Map<String, Config> configs(Collection<String> names, long end) {
    List<ConfigResource> resources =
        names.stream().map(n -> new ConfigResource(ConfigResource.Type.TOPIC, n)).toList();
    Map<String, Config> found = new HashMap<>();
    DescribeConfigsOptions options = new DescribeConfigsOptions().timeoutMs(left(end));
    await("read the settings of topics", admin.describeConfigs(resources, options).all(), end)
        .forEach((resource, config) -> found.put(resource.name(), config));
    return found;
  }

  /** So that a call that nobody waits for any more does not hold up the admin's close. */
  private static int left(long end) {
    return (int) Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()));
  }

  private static <T> T await(String doing, KafkaFuture<T> answer, long end) {
    try {
      return answer.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof org.apache.kafka.common.errors.TimeoutException) {
        throw silent(doing, e.getCause());
      }
      throw new TopicsUnavailableException(
          "Could not " + doing + ": " + e.getCause().getMessage(), e.getCause());
    } catch (TimeoutException e) {
      throw silent(doing, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TopicsUnavailableException("Could not " + doing + ": interrupted", e);
    }
  }

  private static TopicsUnavailableException silent(String doing, Throwable cause) {
    return new TopicsUnavailableException(
        "Could not " + doing + ": the cluster did not answer in time", cause);
  }
}
