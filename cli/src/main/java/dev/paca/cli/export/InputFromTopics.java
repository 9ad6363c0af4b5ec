package dev.paca.cli.export;

import dev.paca.cli.console.Console;
import dev.paca.cli.console.Progress;
import dev.paca.cli.log.TopicReader;
import dev.paca.cli.log.Values;
import dev.paca.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The committed input straight from the brokers. */
public record InputFromTopics(Console console, Map<String, Object> clients, Settings settings)
    implements CommittedInput {

  @Override
  public int partitions(String topic) {
    try (TopicReader reader = TopicReader.open(topic, clients)) {
      return reader.partitionCount();
    }
  }

  @Override
  public InputTopic read(String topic, Consumer<Entry> each) {
    try (TopicReader reader = TopicReader.open(topic, clients);
        Values values = Values.open(settings)) {
      Map<Integer, Long> ends = reader.committedEnds();
      long total = ends.values().stream().mapToLong(Long::longValue).sum();
      try (Progress progress = new Progress(console, topic, total)) {
        long[] done = {0};
        reader.readTo(
            ends,
            found -> {
              each.accept(entry(found, values.read(found)));
              progress.at(++done[0]);
            });
      }
      return new InputTopic(topic, reader.partitionCount(), ends);
    }
  }

  private static Entry entry(ConsumerRecord<byte[], byte[]> found, Values.Read read) {
    boolean unreadable = read instanceof Values.Read.Unreadable;
    return new Entry(
        found.topic(),
        found.partition(),
        found.offset(),
        found.timestamp(),
        Optional.ofNullable(found.key()).map(key -> new String(key, StandardCharsets.UTF_8)),
        read instanceof Values.Read.Value value
            ? Optional.<SpecificRecord>of(value.value())
            : Optional.empty(),
        unreadable ? Optional.of(found.value()) : Optional.empty(),
        read instanceof Values.Read.Unreadable reason
            ? Optional.of(reason.reason())
            : Optional.empty());
  }

  @Override
  public boolean grows() {
    return true;
  }
}
