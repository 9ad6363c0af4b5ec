package dev.paca.faults.workload;

import dev.paca.settings.ClientSettings;
import dev.paca.settings.Settings;
import dev.paca.topics.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;

/** Sends poison and remembers where each lies and what must be said of it. */
final class PoisonSender implements AutoCloseable {
  private final Serializer<SpecificRecord> serializer;
  private final Producer<byte[], byte[]> producer;
  private final Poison poison;
  private final Map<String, String> expected = new ConcurrentHashMap<>();
  private final List<String> failures = new CopyOnWriteArrayList<>();
  private int number;

  PoisonSender(Settings settings, Map<String, Object> patient) {
    serializer = ClientSettings.valueSerializer(settings);
    Map<String, Object> config = new HashMap<>(ClientSettings.kafka(settings));
    config.putAll(patient);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    poison = new Poison(serializer, producer.partitionsFor(Topics.AUDITS).size());
  }

  /** The next one, of the next kind. */
  void send() {
    int next = number++;
    poison.before(next).forEach(record -> send(record, ""));
    send(poison.of(next), poison.code(next).name());
  }

  @SuppressWarnings("FutureReturnValueIgnored") // The callback hears the same.
  private void send(ProducerRecord<byte[], byte[]> record, String code) {
    producer.send(
        record,
        (at, failure) -> {
          if (failure != null) {
            failures.add("poison was not acknowledged: " + failure.getMessage());
          } else if (!code.isEmpty()) {
            expected.put(at.topic() + "/" + at.partition() + "/" + at.offset(), code);
          }
        });
  }

  void flush() {
    producer.flush();
  }

  /** TOPIC/PARTITION/OFFSET → the code that the record there must be rejected with. */
  Map<String, String> expected() {
    return Map.copyOf(expected);
  }

  List<String> failures() {
    return List.copyOf(failures);
  }

  @Override
  public void close() {
    producer.close();
    serializer.close();
  }
}
