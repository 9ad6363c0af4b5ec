package dev.paca.producers.publish;

import dev.paca.scoring.report.Report;
import dev.paca.scoring.report.ReportKey;
import dev.paca.settings.ClientSettings;
import dev.paca.settings.Settings;
import dev.paca.topics.Position;
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
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Publishes reports. One publisher serves any number of threads; reports of one key that one thread
 * publishes keep their order. The partition is the key's by Kafka's default partitioner, because
 * all revisions of a report must meet in one partition.
 */
public final class ReportPublisher implements AutoCloseable {
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(30);

  private final Producer<String, byte[]> producer;
  private final Framing framing;

  private ReportPublisher(Producer<String, byte[]> producer, Framing framing) {
    this.producer = producer;
    this.framing = framing;
  }

  /**
   * Opens a publisher; neither broker nor registry needs to be there yet.
   *
   * @param settings hold {@link ClientSettings}; any Kafka setting of theirs is taken but those
   *     that exactly-once counting rests on
   */
  public static ReportPublisher open(Settings settings) {
    return open(settings, Map.of());
  }

  /** Opens a publisher with Kafka settings that win over those of {@code settings}. */
  public static ReportPublisher open(Settings settings, Map<String, ?> overrides) {
    Map<String, Object> config = new HashMap<>();
    config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    config.putAll(ClientSettings.kafka(settings));
    config.putAll(overrides);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    config.remove(ProducerConfig.PARTITIONER_CLASS_CONFIG);
    config.put(ProducerConfig.PARTITIONER_IGNORE_KEYS_CONFIG, false);
    Serializer<SpecificRecord> values = ClientSettings.valueSerializer(settings);
    values.configure(config, false);
    Duration patience =
        Duration.ofMillis(
            Long.parseLong(
                config.getOrDefault(ProducerConfig.MAX_BLOCK_MS_CONFIG, 60_000).toString()));
    return new ReportPublisher(
        new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer()),
        new Framing(values, patience));
  }

  /**
   * Publishes a report that passed the checks.
   *
   * @return the position once every in-sync replica has the report; fails with {@link
   *     PublishFailed} and nothing else. May block while the producer's buffer is full.
   */
  @SuppressWarnings("FutureReturnValueIgnored") // The callback hears the same.
  public CompletableFuture<Position> publish(SpecificRecord report) {
    ReportKey key = Report.of(report).key();
    CompletableFuture<Position> acknowledged = new CompletableFuture<>();
    try {
      producer.send(
          new ProducerRecord<>(key.type().topic(), key.kafkaKey(), framing.framed(key, report)),
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
      acknowledged.complete(Position.of(metadata.topic(), metadata.partition(), metadata.offset()));
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
    framing.close();
  }
}
