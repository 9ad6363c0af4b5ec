package dev.paca.benchmarks.latency;

import dev.paca.internal.ServedCoverage;
import dev.paca.internal.ServedMessage;
import dev.paca.streams.store.AvroCodec;
import dev.paca.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * A read_committed reader of the scores. Every flush of scoring ends with what it covers, in the
 * same transaction as its scores, so whoever reads that has read the scores before it too.
 */
final class CoverageReader implements AutoCloseable {
  private static final TopicPartition SERVING = new TopicPartition(Topics.SERVING, 0);
  private static final byte[] COVERAGE = "coverage".getBytes(StandardCharsets.UTF_8);
  private static final Duration POLL = Duration.ofMillis(200);

  private final AvroCodec<ServedMessage> codec = new AvroCodec<>(ServedMessage.class);
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Pending pending;
  private final Thread thread = new Thread(this::run, "coverage-reader");
  private final AtomicReference<RuntimeException> failed = new AtomicReference<>();
  private volatile boolean closed;

  /** Reads on from now. */
  CoverageReader(Map<String, Object> clients, Pending pending) {
    this.pending = pending;
    Map<String, Object> settings = new HashMap<>(clients);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    consumer.assign(List.of(SERVING));
    consumer.seekToEnd(List.of(SERVING));
    consumer.position(SERVING);
    thread.start();
  }

  private void run() {
    try {
      while (!closed) {
        read(consumer.poll(POLL), System.nanoTime());
      }
    } catch (WakeupException e) {
      // To close.
    } catch (KafkaException | IllegalStateException e) {
      failed.set(e);
    } finally {
      consumer.close();
    }
  }

  private void read(ConsumerRecords<byte[], byte[]> records, long nanos) {
    for (ConsumerRecord<byte[], byte[]> each : records) {
      if (Arrays.equals(each.key(), COVERAGE)
          && codec.decode(each.value()).getMessage() instanceof ServedCoverage coverage) {
        coverage
            .getNextOffsets()
            .forEach((partition, next) -> pending.covered(partition, next, nanos));
      }
    }
  }

  /** Throws what it failed of, if it did. */
  void check() {
    RuntimeException failure = failed.get();
    if (failure != null) {
      throw new IllegalStateException("the scores could not be read on", failure);
    }
  }

  @Override
  public void close() {
    closed = true;
    consumer.wakeup();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
