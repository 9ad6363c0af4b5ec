package dev.paca.streams.trouble;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the topics while an instance runs: whether they are still the same ones, and whether an
 * open transaction holds back who reads what is committed. One thread; a broker that is away is not
 * its business.
 */
public final class TopicWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TopicWatch.class);
  private static final Duration EVERY = Duration.ofSeconds(2);
  private static final Duration GOODBYE = Duration.ofSeconds(5);
  private static final long ANSWER_S = 10;

  private final Map<String, Object> clientSettings;
  private final List<String> topics;
  private final Runnable onMadeAnew;
  private final Map<String, Uuid> ids = new HashMap<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "topic-watch");
  private boolean stopped;
  private volatile List<String> held = List.of();
  private volatile Optional<String> broken = Optional.empty();

  private TopicWatch(Map<String, Object> clientSettings, List<String> topics, Runnable onMadeAnew) {
    this.clientSettings = clientSettings;
    this.topics = topics;
    this.onMadeAnew = onMadeAnew;
    thread.setDaemon(true);
  }

  /**
   * Starts looking and returns at once.
   *
   * @param onMadeAnew run once when a topic is no longer the one it was: what was counted belongs
   *     to another
   */
  public static TopicWatch start(
      Map<String, Object> clientSettings, List<String> topics, Runnable onMadeAnew) {
    TopicWatch watch = new TopicWatch(clientSettings, topics, onMadeAnew);
    watch.thread.start();
    return watch;
  }

  /** Partitions whose readers wait for an open transaction: which, since when, whose. */
  public List<String> held() {
    return held;
  }

  /** A topic that is missing, or another one under the same name. */
  public Optional<String> broken() {
    return broken;
  }

  private void run() {
    try (Admin admin = Admin.create(clientSettings)) {
      OpenTransactions transactions = new OpenTransactions(admin, ANSWER_S);
      boolean again = true;
      while (again) {
        try {
          List<TopicPartition> partitions = look(admin);
          held = transactions.holding(partitions);
        } catch (ExecutionException | TimeoutException e) {
          LOG.debug("the topics cannot be looked at", e);
        }
        again = !closed.await(EVERY.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (KafkaException e) {
      LOG.warn("the topics are not watched: {}", e.getMessage());
    }
  }

  private List<TopicPartition> look(Admin admin)
      throws ExecutionException, InterruptedException, TimeoutException {
    List<TopicPartition> partitions = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    Map<String, KafkaFuture<TopicDescription>> answers =
        admin.describeTopics(topics).topicNameValues();
    for (String topic : topics) {
      try {
        TopicDescription found = answers.get(topic).get(ANSWER_S, TimeUnit.SECONDS);
        for (TopicPartitionInfo partition : found.partitions()) {
          partitions.add(new TopicPartition(topic, partition.partition()));
        }
        Uuid before = ids.putIfAbsent(topic, found.topicId());
        if (before != null && !before.equals(found.topicId())) {
          madeAnew(topic);
        }
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
          throw e;
        }
        missing.add(topic);
      }
    }
    if (stopped) {
      return partitions;
    }
    if (!missing.isEmpty() && broken.isEmpty()) {
      LOG.error("missing: {}", missing);
    }
    broken =
        missing.isEmpty()
            ? Optional.empty()
            : Optional.of("missing: " + String.join(", ", missing) + "; it was deleted");
    return partitions;
  }

  private void madeAnew(String topic) {
    if (!stopped) {
      stopped = true;
      broken =
          Optional.of(
              topic
                  + " was deleted and made anew; the tasks of this instance are stopped, for what it"
                  + " has counted is not in the topic. See docs/operations.md: counting anew");
      LOG.error("{}", broken.get());
      onMadeAnew.run();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    thread.interrupt();
    try {
      thread.join(GOODBYE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
