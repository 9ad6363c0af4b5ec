package dev.paca.producers;

import dev.paca.settings.ClientSettings;
import dev.paca.settings.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads back what is on a topic under one agency's keys. */
public final class TopicReader {
  private TopicReader() {}

  /** Every record whose key begins with the agency, partition by partition in their order. */
  public static List<ConsumerRecord<String, SpecificRecord>> of(
      Settings settings, String topic, String agency) {
    List<ConsumerRecord<String, SpecificRecord>> found = new ArrayList<>();
    try (Consumer<String, SpecificRecord> consumer =
        new KafkaConsumer<>(
            ClientSettings.kafka(settings),
            new StringDeserializer(),
            ClientSettings.valueDeserializer(settings))) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        for (ConsumerRecord<String, SpecificRecord> record :
            consumer.poll(Duration.ofMillis(200))) {
          if (record.key().startsWith(agency + "/")) {
            found.add(record);
          }
        }
      }
    }
    return found;
  }
}
