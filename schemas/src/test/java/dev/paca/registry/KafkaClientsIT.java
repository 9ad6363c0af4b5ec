package dev.paca.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.RealCluster;
import dev.paca.local.LocalCluster;
import dev.paca.settings.ClientSettings;
import dev.paca.settings.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RealCluster.class)
class KafkaClientsIT {
  private static final String TOPIC = "clients.scores";

  @Test
  void clientsThatKnowTheSerdesByNameOnlyPassRecordsAndNulls(LocalCluster cluster)
      throws Exception {
    Settings settings =
        Settings.declare(ClientSettings.all())
            .environment(
                Map.of(
                    "PACA_BOOTSTRAP", cluster.bootstrap(), "PACA_REGISTRY", cluster.registryUrl()))
            .read();
    try (Admin admin = Admin.create(ClientSettings.kafka(settings))) {
      admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
      publish(settings, Samples.score(), null, Samples.score());
      assertThat(consumed(settings, 3)).containsExactly(Samples.score(), null, Samples.score());
      admin.deleteTopics(List.of(TOPIC)).all().get();
    }
  }

  private static void publish(Settings settings, SpecificRecord... values) throws Exception {
    Map<String, Object> properties = new HashMap<>(ClientSettings.kafka(settings));
    properties.put("key.serializer", StringSerializer.class.getName());
    properties.put("value.serializer", settings.get(ClientSettings.VALUE_SERIALIZER));
    try (KafkaProducer<String, SpecificRecord> producer = new KafkaProducer<>(properties)) {
      for (SpecificRecord value : values) {
        producer.send(new ProducerRecord<>(TOPIC, "key", value)).get();
      }
    }
  }

  private static List<SpecificRecord> consumed(Settings settings, int count) {
    Map<String, Object> properties = new HashMap<>(ClientSettings.kafka(settings));
    properties.put("key.deserializer", StringDeserializer.class.getName());
    properties.put("value.deserializer", settings.get(ClientSettings.VALUE_DESERIALIZER));
    List<SpecificRecord> values = new ArrayList<>();
    try (KafkaConsumer<String, SpecificRecord> consumer = new KafkaConsumer<>(properties)) {
      TopicPartition partition = new TopicPartition(TOPIC, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .until(
              () -> {
                consumer.poll(Duration.ofMillis(200)).forEach(one -> values.add(one.value()));
                return values.size() >= count;
              });
    }
    return values;
  }
}
