package dev.paca.benchmarks.bed;

import dev.paca.scoring.report.Report;
import dev.paca.settings.ClientSettings;
import dev.paca.topics.Topics;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;

/** The reports on the bed: published as agencies' adapters do, keyed and framed. */
public record Input(Bed bed) {
  private static final int TOLD_EVERY = 100_000;

  /**
   * Publishes so many of these and returns when all are acknowledged.
   *
   * @param published hears how many were sent, now and then
   */
  public void load(Iterator<SpecificRecord> reports, int count, LongConsumer published) {
    Map<String, Object> clients = new HashMap<>(ClientSettings.kafka(bed.settings()));
    clients.put(ProducerConfig.LINGER_MS_CONFIG, 20);
    clients.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
    AtomicReference<Exception> failed = new AtomicReference<>();
    try (KafkaProducer<String, SpecificRecord> producer =
        new KafkaProducer<>(
            clients, new StringSerializer(), ClientSettings.valueSerializer(bed.settings()))) {
      for (int sent = 0; sent < count; sent++) {
        Report report = Report.of(reports.next());
        producer.send(
            new ProducerRecord<>(report.type().topic(), report.key().kafkaKey(), report.body()),
            (where, failure) -> failed.compareAndSet(null, failure));
        if (sent % TOLD_EVERY == 0) {
          published.accept(sent);
        }
      }
    }
    if (failed.get() != null) {
      throw new IllegalStateException(
          "a report was not taken: " + failed.get().getMessage(), failed.get());
    }
  }

  /** Where every partition of the report topics ends. */
  public Map<TopicPartition, Long> ends() {
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    Bed.await(bed.admin().describeTopics(Topics.reports()).allTopicNames())
        .values()
        .forEach(topic -> latest.putAll(latest(topic)));
    return Bed.await(bed.admin().listOffsets(latest).all()).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, end -> offset(end.getValue())));
  }

  private static Map<TopicPartition, OffsetSpec> latest(TopicDescription topic) {
    return topic.partitions().stream()
        .map(partition -> new TopicPartition(topic.name(), partition.partition()))
        .collect(Collectors.toMap(Function.identity(), each -> OffsetSpec.latest()));
  }

  private static long offset(ListOffsetsResultInfo end) {
    return end.offset();
  }

  /** How many reports a group has read and committed, of all partitions. */
  public long committed(String group) {
    return Bed.await(bed.admin().listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
        .entrySet()
        .stream()
        .filter(each -> each.getValue() != null)
        .filter(each -> Topics.reports().contains(each.getKey().topic()))
        .map(Map.Entry::getValue)
        .mapToLong(OffsetAndMetadata::offset)
        .sum();
  }
}
