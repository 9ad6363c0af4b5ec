package dev.paca.benchmarks.expected;

import dev.paca.benchmarks.bed.Bed;
import dev.paca.benchmarks.peer.Share;
import dev.paca.benchmarks.peer.Sums;
import dev.paca.settings.ClientSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The sums that a peer has given out, as a read_committed reader sees them. */
public final class PeerOutput {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final int NAMED = 3;

  private PeerOutput() {}

  /**
   * Reads until everything is as expected, or patience ends.
   *
   * @return what differs then
   */
  public static List<String> differences(
      Bed bed, String topic, Map<String, Sums> expected, Duration patience) {
    Map<String, Object> settings = new HashMap<>(ClientSettings.kafka(bed.settings()));
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    long end = System.nanoTime() + patience.toNanos();
    Map<String, Sums> found = new HashMap<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(
          consumer.partitionsFor(topic).stream()
              .map(each -> new TopicPartition(topic, each.partition()))
              .toList());
      while (!found.equals(expected) && System.nanoTime() < end) {
        for (ConsumerRecord<byte[], byte[]> each : consumer.poll(POLL)) {
          keep(each, found);
        }
      }
    }
    return different(expected, found);
  }

  private static void keep(ConsumerRecord<byte[], byte[]> each, Map<String, Sums> found) {
    String key = new String(each.key(), StandardCharsets.UTF_8);
    if (each.value() == null) {
      found.remove(key);
      return;
    }
    Sums sums = Sums.read(Share.type(key), each.value());
    if (sums.isNothing()) {
      found.remove(key);
    } else {
      found.put(key, sums);
    }
  }

  private static List<String> different(Map<String, Sums> expected, Map<String, Sums> found) {
    List<String> differences = new ArrayList<>();
    expected.forEach(
        (key, sums) -> {
          if (!sums.equals(found.get(key)) && differences.size() < NAMED) {
            differences.add(key + " should be " + sums + " and is " + found.get(key));
          }
        });
    found.keySet().stream()
        .filter(key -> !expected.containsKey(key))
        .limit(NAMED)
        .forEach(key -> differences.add(key + " should not be there"));
    return differences;
  }
}
