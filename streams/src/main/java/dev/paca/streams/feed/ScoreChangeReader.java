package dev.paca.streams.feed;

import dev.paca.topics.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the topic in one thread. Any trouble makes it start over with a new consumer at the offset
 * after the last change it took, so no trouble costs or doubles a change.
 */
final class ScoreChangeReader implements ScoreChangeFeed {
  private static final Logger LOG = LoggerFactory.getLogger(ScoreChangeReader.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration GOODBYE = Duration.ofSeconds(5);
  private static final TopicPartition PARTITION = new TopicPartition(Topics.SCORE_CHANGES, 0);

  private final ScoreChanges changes = new ScoreChanges();
  private final ChangeDecoder decoder;
  private final Map<String, Object> properties;
  private final Thread thread;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile Optional<Consumer<byte[], byte[]>> consumer = Optional.empty();
  private volatile State state = new State(false, OptionalLong.empty(), Optional.empty());
  private long next = -1;

  private ScoreChangeReader(Map<String, Object> kafka, Deserializer<SpecificRecord> values) {
    this.properties = properties(kafka);
    this.decoder = new ChangeDecoder(values);
    this.thread = new Thread(this::run, "score-changes");
    thread.setDaemon(true);
  }

  static ScoreChangeReader start(Map<String, Object> kafka, Deserializer<SpecificRecord> values) {
    ScoreChangeReader reader = new ScoreChangeReader(kafka, values);
    reader.thread.start();
    return reader;
  }

  private static Map<String, Object> properties(Map<String, Object> kafka) {
    Map<String, Object> properties = new HashMap<>(kafka);
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    // A jump to where the topic now begins or ends would be a gap that nobody sees.
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    // Assigned, never a member of a group: every instance reads everything.
    properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
    properties.putIfAbsent(ConsumerConfig.CLIENT_ID_CONFIG, "paca-score-changes");
    return properties;
  }

  @Override
  public ScoreChanges changes() {
    return changes;
  }

  @Override
  public State state() {
    return state;
  }

  private void run() {
    try {
      boolean again = true;
      while (again) {
        again = readUntilTrouble();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      decoder.close();
    }
  }

  /** Returns whether to start over. */
  private boolean readUntilTrouble() throws InterruptedException {
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    try (Consumer<byte[], byte[]> reading = new KafkaConsumer<>(properties, bytes, bytes)) {
      consumer = Optional.of(reading);
      if (isClosed()) {
        return false;
      }
      read(reading);
    } catch (WakeupException e) {
      return !isClosed();
    } catch (OffsetOutOfRangeException e) {
      trouble(
          "offset %d is gone from %s: it was cut or made anew; start this service anew"
              .formatted(next, PARTITION));
      return false;
    } catch (KafkaException e) {
      trouble(e.getMessage());
    } finally {
      consumer = Optional.empty();
    }
    return !closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void read(Consumer<byte[], byte[]> reading) {
    checkTopic(reading);
    reading.assign(List.of(PARTITION));
    if (next < 0) {
      reading.seekToBeginning(List.of(PARTITION));
    } else {
      reading.seek(PARTITION, next);
    }
    long goal = reading.endOffsets(List.of(PARTITION)).get(PARTITION);
    while (!isClosed()) {
      for (ConsumerRecord<byte[], byte[]> record : reading.poll(POLL)) {
        decoder.decode(record).ifPresent(changes::append);
        next = record.offset() + 1;
      }
      // Past the end markers of transactions too, which are offsets without a record.
      long position = reading.position(PARTITION);
      next = position;
      if (position >= goal) {
        changes.startIsRead();
      }
      boolean hydrated = changes.sizeAtStart().isPresent();
      state = new State(hydrated, reading.currentLag(PARTITION), disconnected(reading));
      changes.tellFollowers();
    }
  }

  /** Changes are told apart by their offset, so there must be one partition. */
  private static void checkTopic(Consumer<byte[], byte[]> reading) {
    List<PartitionInfo> partitions = reading.partitionsFor(Topics.SCORE_CHANGES);
    if (partitions == null || partitions.isEmpty()) {
      throw new KafkaException("There is no topic " + Topics.SCORE_CHANGES + " yet");
    }
    if (partitions.size() > 1) {
      throw new KafkaException(
          "%s has %d partitions, and must have one"
              .formatted(Topics.SCORE_CHANGES, partitions.size()));
    }
  }

  /** A consumer says nothing of a broker that is gone: it tries again for ever. */
  private static Optional<String> disconnected(Consumer<byte[], byte[]> reading) {
    return reading.metrics().entrySet().stream()
        .filter(metric -> metric.getKey().name().equals("connection-count"))
        .filter(metric -> ((Number) metric.getValue().metricValue()).doubleValue() == 0)
        .map(metric -> "there is no connection to the broker")
        .findFirst();
  }

  private void trouble(String message) {
    Optional<String> trouble = Optional.of(String.valueOf(message));
    if (!state.trouble().equals(trouble)) {
      LOG.warn("Score changes are not read at the moment: {}", message);
    }
    state = new State(state.hydrated(), state.behind(), trouble);
  }

  private boolean isClosed() {
    return closed.getCount() == 0;
  }

  @Override
  public void close() {
    closed.countDown();
    consumer.ifPresent(Consumer::wakeup);
    try {
      thread.join(GOODBYE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
