package dev.paca.streams;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.paca.rejections.Rejected;
import dev.paca.settings.ClientSettings;
import dev.paca.settings.Settings;
import dev.paca.settings.SharedSerdes;
import dev.paca.topics.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads what was turned away. */
final class RejectedReports {
  private RejectedReports() {}

  /** Codes of every committed record of {@code paca.rejected}. */
  static List<String> codes(Settings settings) {
    return all(settings).stream().map(Rejected::getCode).toList();
  }

  /** The same of those whose report id begins so, read with what these serdes know already. */
  static List<String> codes(Settings settings, SharedSerdes serdes, String reportId) {
    return all(settings, serdes.deserializer()).stream()
        .filter(r -> r.getKey() != null)
        .filter(r -> UTF_8.decode(r.getKey().duplicate()).toString().contains("/" + reportId))
        .map(Rejected::getCode)
        .toList();
  }

  static List<Rejected> all(Settings settings) {
    return all(settings, ClientSettings.valueDeserializer(settings));
  }

  private static List<Rejected> all(Settings settings, Deserializer<SpecificRecord> values) {
    Map<String, Object> config = new HashMap<>(ClientSettings.kafka(settings));
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    TopicPartition partition = new TopicPartition(Topics.REJECTED, 0);
    List<Rejected> found = new ArrayList<>();
    try (KafkaConsumer<String, SpecificRecord> consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), values)) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).get(partition);
      while (consumer.position(partition) < end) {
        for (ConsumerRecord<String, SpecificRecord> record :
            consumer.poll(Duration.ofMillis(200))) {
          found.add((Rejected) record.value());
        }
      }
    }
    return found;
  }
}
