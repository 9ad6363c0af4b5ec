package dev.paca.streams.recount;

import dev.paca.registry.RegistryException;
import dev.paca.settings.ClientSettings;
import dev.paca.settings.Settings;
import dev.paca.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The committed input straight from the brokers.
 *
 * @param settings name brokers and registry
 */
public record InputFromTopics(Settings settings, ReadingProgress progress)
    implements CommittedInput {

  @Override
  public int partitions(String topic) {
    try (TopicReader reader = open(topic)) {
      return reader.partitionCount();
    }
  }

  @Override
  public InputTopic read(String topic, Consumer<Entry> each) {
    return read(topic, TopicReader::committedEnds, each);
  }

  @Override
  public InputTopic read(String topic, Instant at, Consumer<Entry> each) {
    return read(topic, reader -> reader.committedEnds(at), each);
  }

  @Override
  public boolean grows() {
    return true;
  }

  private InputTopic read(
      String topic, Function<TopicReader, Map<Integer, Long>> howFar, Consumer<Entry> each) {
    try (TopicReader reader = open(topic);
        Values values = Values.open(settings)) {
      Map<Integer, Long> ends = howFar.apply(reader);
      long total = ends.values().stream().mapToLong(Long::longValue).sum();
      try (ReadingProgress.Part part = progress.start(topic, total)) {
        long[] done = {0};
        reader.readTo(
            ends,
            found -> {
              each.accept(entry(found, read(values, found)));
              part.at(++done[0]);
            });
      }
      return new InputTopic(topic, reader.partitionCount(), ends);
    }
  }

  private TopicReader open(String topic) {
    return TopicReader.open(topic, ClientSettings.kafka(settings));
  }

  private static Values.Read read(Values values, ConsumerRecord<byte[], byte[]> found) {
    try {
      return values.read(found);
    } catch (RegistryException e) {
      throw new InputUnavailable(
          "%s-%d@%d cannot be read without its schema: %s"
              .formatted(found.topic(), found.partition(), found.offset(), e.getMessage()),
          e);
    }
  }

  private static Entry entry(ConsumerRecord<byte[], byte[]> found, Values.Read read) {
    Optional<SpecificRecord> value =
        read instanceof Values.Read.Value known ? Optional.of(known.value()) : Optional.empty();
    Optional<String> problem =
        read instanceof Values.Read.Unreadable unreadable
            ? Optional.of(unreadable.reason())
            : value.flatMap(known -> wrongType(found.topic(), known));
    return new Entry(
        found.topic(),
        found.partition(),
        found.offset(),
        found.timestamp(),
        Optional.ofNullable(found.key()).map(key -> new String(key, StandardCharsets.UTF_8)),
        problem.isPresent() ? Optional.empty() : value,
        problem.isPresent() ? Optional.of(found.value()) : Optional.empty(),
        problem);
  }

  // Another topic's record is none here, as intake has it; only its bytes can be kept.
  private static Optional<String> wrongType(String topic, SpecificRecord value) {
    Class<?> expected = Topics.valueClass(topic).orElseThrow();
    return expected.isInstance(value)
        ? Optional.empty()
        : Optional.of(
            topic + " takes " + expected.getSimpleName() + ", not " + value.getSchema().getName());
  }
}
