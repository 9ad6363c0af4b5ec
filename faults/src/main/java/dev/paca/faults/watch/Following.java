package dev.paca.faults.watch;

import dev.paca.registry.RegistryException;
import dev.paca.topics.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thread that reads the output topics' committed records, through every outage of brokers. */
final class Following implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Following.class);
  private static final Duration POLL = Duration.ofMillis(100);

  static final List<String> TOPICS =
      List.of(
          Topics.SERVING,
          Topics.PROVINCE_SCORES,
          Topics.CRITERION_SCORES,
          Topics.SCORE_CHANGES,
          Topics.RANKINGS,
          Topics.REJECTED);

  private final Map<String, Object> config;
  private final Consumer<ConsumerRecord<byte[], byte[]>> sink;
  private final BooleanSupplier settled;
  private final Violations violations;
  private final Thread thread = new Thread(this::run, "output-watch");
  private final Map<TopicPartition, Long> next = new HashMap<>();
  private long records;
  private boolean whole;
  private boolean ended;
  private volatile boolean closed;
  private volatile RecordAt at = new RecordAt(Topics.SERVING, 0, -1);

  /**
   * @param sink may throw a retriable {@link RegistryException}: it gets the record again
   * @param settled whether what the sink got so far is whole; asked by the same thread
   */
  Following(
      Map<String, Object> clientSettings,
      Consumer<ConsumerRecord<byte[], byte[]>> sink,
      BooleanSupplier settled,
      Violations violations) {
    config = new HashMap<>(clientSettings);
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    // What was read and is gone is to be known, not skipped.
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 50);
    this.sink = sink;
    this.settled = settled;
    this.violations = violations;
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private static List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer) {
    return TOPICS.stream()
        .flatMap(topic -> consumer.partitionsFor(topic).stream())
        .map(info -> new TopicPartition(info.topic(), info.partition()))
        .toList();
  }

  private void run() {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      List<TopicPartition> partitions = partitions(consumer);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (!closed) {
        round(consumer, partitions);
      }
    } catch (InvalidOffsetException e) {
      violations.add(at, "what stood behind it is gone: " + e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("the watch ended", e);
      violations.add(at, "cannot be read on: " + e);
    } finally {
      synchronized (this) {
        ended = true;
        notifyAll();
      }
    }
  }

  private void round(KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
    Iterable<ConsumerRecord<byte[], byte[]>> found = consumer.poll(POLL);
    int taken = 0;
    for (ConsumerRecord<byte[], byte[]> record : found) {
      give(record);
      taken++;
    }
    synchronized (this) {
      records += taken;
      whole = settled.getAsBoolean();
      for (TopicPartition partition : partitions) {
        position(consumer, partition).ifPresent(offset -> next.put(partition, offset));
      }
      notifyAll();
    }
  }

  /** Empty while it is not known, as when no broker has answered yet. */
  private static Optional<Long> position(
      KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition) {
    try {
      return Optional.of(consumer.position(partition, Duration.ofMillis(1)));
    } catch (InvalidOffsetException e) {
      throw e;
    } catch (KafkaException e) {
      return Optional.empty();
    }
  }

  private void give(ConsumerRecord<byte[], byte[]> record) {
    at = RecordAt.of(record);
    while (!closed) {
      try {
        sink.accept(record);
        return;
      } catch (RegistryException e) {
        if (!e.retriable()) {
          violations.add(at, "cannot be read: " + e.getMessage());
          return;
        }
        LOG.info("{} waits for the registry", at);
        pause();
      }
    }
  }

  private synchronized void pause() {
    try {
      wait(POLL.toMillis());
    } catch (InterruptedException e) {
      closed = true;
    }
  }

  synchronized long records() {
    return records;
  }

  /** The record read last. */
  RecordAt at() {
    return at;
  }

  /** Whether, within this time, all that is committed now was read and what was read is whole. */
  boolean readToEnd(Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    Map<TopicPartition, Long> ends;
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      ends = consumer.endOffsets(partitions(consumer), patience);
    } catch (KafkaException e) {
      LOG.warn("the ends of the outputs are not known", e);
      return false;
    }
    synchronized (this) {
      while (!reached(ends) || !whole) {
        long left = (deadline - System.nanoTime()) / 1_000_000;
        if (left <= 0 || ended) {
          return false;
        }
        try {
          wait(left);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return false;
        }
      }
      return true;
    }
  }

  private boolean reached(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> next.getOrDefault(end.getKey(), 0L) >= end.getValue());
  }

  @Override
  public void close() {
    closed = true;
    try {
      thread.join(10_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
