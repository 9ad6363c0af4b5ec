package dev.paca.producers.publish;

import dev.paca.producers.publish.PublishFailed.Reason;
import dev.paca.scoring.report.ReportType;
import dev.paca.settings.ClientSettings;
import dev.paca.settings.Settings;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a type's topic from its beginning to its end of now, committed records only. */
public final class TopicScan {
  private final Settings settings;
  private final ReportType type;
  private final Duration patience;

  /**
   * @param settings hold {@link ClientSettings}; their {@code default.api.timeout.ms} is how long
   *     the broker may be silent, half a minute unless said
   */
  public TopicScan(Settings settings, ReportType type) {
    this.settings = settings;
    this.type = type;
    this.patience =
        Duration.ofMillis(
            Long.parseLong(
                settings
                    .kafka()
                    .getOrDefault(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "30000")));
  }

  /**
   * Adds every record whose key is expected.
   *
   * @param progress hears records read and records in all, now and then
   * @throws PublishFailed when the topic cannot be read
   */
  public void into(PublishedReports reports, BiConsumer<Long, Long> progress) {
    try (Consumer<String, byte[]> consumer = consumer();
        Deserializer<SpecificRecord> values = ClientSettings.valueDeserializer(settings)) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(type.topic(), patience).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      if (partitions.isEmpty()) {
        throw failed(Reason.SETUP, "is not there; make it with topics create", null);
      }
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      read(consumer, values, reports, progress);
    } catch (KafkaException failure) {
      throw failed(Reason.BROKER, "cannot be read: the broker does not answer", failure);
    }
  }

  private void read(
      Consumer<String, byte[]> consumer,
      Deserializer<SpecificRecord> values,
      PublishedReports reports,
      BiConsumer<Long, Long> progress) {
    Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment(), patience);
    long total = ends.values().stream().mapToLong(Long::longValue).sum();
    long silentSince = System.nanoTime();
    long read = 0;
    while (!isAtEnd(consumer, ends)) {
      ConsumerRecords<String, byte[]> records = consumer.poll(Duration.ofMillis(200));
      for (ConsumerRecord<String, byte[]> record : records) {
        add(record, values, reports);
      }
      read += records.count();
      progress.accept(read, total);
      if (!records.isEmpty()) {
        silentSince = System.nanoTime();
      } else if (System.nanoTime() - silentSince > patience.toNanos()) {
        throw failed(Reason.BROKER, "cannot be read: the broker does not answer", null);
      }
    }
  }

  private boolean isAtEnd(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey(), patience) >= end.getValue());
  }

  private static void add(
      ConsumerRecord<String, byte[]> record,
      Deserializer<SpecificRecord> values,
      PublishedReports reports) {
    if (record.key() == null || record.value() == null || !reports.expects(record.key())) {
      return;
    }
    try {
      SpecificRecord report = values.deserialize(record.topic(), record.value());
      if (ReportType.ofSchema(report.getSchema()).isPresent()) {
        reports.add(record.key(), report, record.timestamp());
      }
    } catch (dev.paca.registry.RegistryException failure) {
      if (failure.problem().isEmpty()) {
        throw failure;
      }
      // A record that nobody can read equals no report; the pipeline has rejected it.
    } catch (SerializationException unreadable) {
      // The same, said by a deserializer that is not ours.
    }
  }

  private Consumer<String, byte[]> consumer() {
    Map<String, Object> config = new HashMap<>(ClientSettings.kafka(settings));
    config.remove(ConsumerConfig.GROUP_ID_CONFIG);
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5000);
    return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
  }

  private PublishFailed failed(Reason reason, String what, Throwable cause) {
    return new PublishFailed(reason, "topic " + type.topic() + " " + what, cause);
  }
}
