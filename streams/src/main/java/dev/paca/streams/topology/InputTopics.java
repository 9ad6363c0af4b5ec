package dev.paca.streams.topology;

import dev.paca.topics.TopicMismatch;
import dev.paca.topics.Topics;
import dev.paca.topics.TopicsAdmin;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;

/** Looks at the topics before anything starts: a wrong partition count would miscount for ever. */
public final class InputTopics {
  private static final Duration DEADLINE = Duration.ofSeconds(30);

  private InputTopics() {}

  /**
   * The number of partitions that the report topics have.
   *
   * @throws WrongTopics naming every topic that is missing or set otherwise
   */
  public static int partitions(Map<String, Object> clientSettings) {
    try (Admin admin = Admin.create(clientSettings)) {
      int partitions = partitionsOf(admin, Topics.AUDITS);
      List<TopicMismatch> mismatches =
          new TopicsAdmin(admin, DEADLINE)
              .check(Topics.definitions(partitions, replication(admin)));
      if (!mismatches.isEmpty()) {
        throw new WrongTopics(
            mismatches.stream().map(TopicMismatch::describe).collect(Collectors.joining("; ")));
      }
      return partitions;
    }
  }

  private static short replication(Admin admin) {
    return (short) describe(admin, Topics.AUDITS).partitions().get(0).replicas().size();
  }

  private static int partitionsOf(Admin admin, String topic) {
    return describe(admin, topic).partitions().size();
  }

  private static TopicDescription describe(Admin admin, String topic) {
    try {
      return admin
          .describeTopics(List.of(topic))
          .allTopicNames()
          .get(DEADLINE.toSeconds(), TimeUnit.SECONDS)
          .get(topic);
    } catch (ExecutionException | TimeoutException e) {
      throw new WrongTopics(
          "the topic " + topic + " cannot be described; `paca topics create` makes all topics");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WrongTopics("interrupted while the topics were looked at");
    }
  }

  /** The topics are not as they must be; the message is meant for the operator. */
  public static final class WrongTopics extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongTopics(String message) {
      super(message);
    }
  }
}
