package dev.paca.producers.publish;

import dev.paca.scoring.report.Report;
import dev.paca.scoring.report.ReportKey;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Publishes reports. One publisher serves any number of threads; reports of one key that one thread
 * publishes keep their order. The partition is the key's by Kafka's default partitioner, because
 * all revisions of a report must meet in one partition.
 */
public final class ReportPublisher implements AutoCloseable {
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(30);

  private final Producer<String, Object> producer;

  private ReportPublisher(Producer<String, Object> producer) {
    this.producer = producer;
  }

  /**
   * Opens a publisher; no broker needs to be there yet.
   *
   * @param config Kafka producer settings, the value serializer and its settings among them; what
   *     exactly-once counting rests on cannot be changed by it
   */
  public static ReportPublisher open(Map<String, ?> config) {
    Map<String, Object> all = new HashMap<>(config);
    all.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    all.put(ProducerConfig.ACKS_CONFIG, "all");
    all.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    all.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
    all.remove(ProducerConfig.PARTITIONER_CLASS_CONFIG);
    all.put(ProducerConfig.PARTITIONER_IGNORE_KEYS_CONFIG, false);
    return new ReportPublisher(new KafkaProducer<>(all));
  }

  /**
   * Publishes a report that passed the checks.
   *
   * @return the position once every in-sync replica has the report; fails with {@link
   *     PublishFailed} and nothing else. May block while the producer's buffer is full.
   */
  public CompletableFuture<Position> publish(SpecificRecord report) {
    ReportKey key = Report.of(report).key();
    CompletableFuture<Position> acknowledged = new CompletableFuture<>();
    try {
      producer.send(
          new ProducerRecord<>(key.type().topic(), key.kafkaKey(), report),
          (metadata, failure) -> complete(acknowledged, key, metadata, failure));
    } catch (RuntimeException failure) {
      acknowledged.completeExceptionally(PublishFailures.of(key, failure));
    }
    return acknowledged;
  }

  private static void complete(
      CompletableFuture<Position> acknowledged,
      ReportKey key,
      RecordMetadata metadata,
      Exception failure) {
    if (failure == null) {
      acknowledged.complete(
          Position.of(metadata.topic(), metadata.partition(), metadata.offset()));
    } else {
      acknowledged.completeExceptionally(PublishFailures.of(key, failure));
    }
  }

  /** Waits until everything published so far is acknowledged or has failed. */
  public void flush() {
    producer.flush();
  }

  /** Flushes, for at most half a minute, and closes. */
  @Override
  public void close() {
    producer.close(CLOSE_WITHIN);
  }
}
