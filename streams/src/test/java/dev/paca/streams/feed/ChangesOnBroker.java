package dev.paca.streams.feed;

import dev.paca.local.LocalCluster;
import dev.paca.local.LocalOptions;
import dev.paca.registry.RegistryAvroSerializer;
import dev.paca.scores.ScoreChange;
import dev.paca.settings.ClientSettings;
import dev.paca.settings.Settings;
import dev.paca.topics.Topics;
import dev.paca.topics.TopicsAdmin;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A real broker and registry, and who writes score changes there in transactions. */
public final class ChangesOnBroker implements AutoCloseable {
  private final LocalCluster cluster;
  private final KafkaProducer<String, byte[]> producer;
  private final RegistryAvroSerializer values = new RegistryAvroSerializer();

  private ChangesOnBroker(LocalCluster cluster, KafkaProducer<String, byte[]> producer) {
    this.cluster = cluster;
    this.producer = producer;
    values.configure(Map.of("schema.registry.url", cluster.registryUrl()), false);
    producer.initTransactions();
  }

  public static ChangesOnBroker start(Path folder) {
    LocalCluster cluster = LocalCluster.start(LocalOptions.in(folder));
    Map<String, Object> properties =
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            cluster.bootstrap(),
            ProducerConfig.TRANSACTIONAL_ID_CONFIG,
            "scoring");
    return new ChangesOnBroker(
        cluster,
        new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer()));
  }

  public void createTopic() {
    try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrap()))) {
      new TopicsAdmin(admin, Duration.ofSeconds(30))
          .create(
              Topics.definitions(1, (short) 1).stream()
                  .filter(topic -> topic.name().equals(Topics.SCORE_CHANGES))
                  .toList());
    }
  }

  public LocalCluster cluster() {
    return cluster;
  }

  public Settings settings() {
    return Settings.declare(ClientSettings.all())
        .options(Map.of("bootstrap", bootstrap(), "registry", cluster.registryUrl()))
        .read();
  }

  /** Offsets of one committed transaction of these changes. */
  public List<Long> commit(ScoreChange... changes) throws Exception {
    producer.beginTransaction();
    List<Long> offsets = send(changes);
    producer.commitTransaction();
    return offsets;
  }

  /** A transaction that is taken back. */
  public void abort(ScoreChange... changes) throws Exception {
    producer.beginTransaction();
    send(changes);
    producer.abortTransaction();
  }

  /** Bytes that are no change of a score. */
  public void commitGarbage() throws Exception {
    producer.beginTransaction();
    producer
        .send(new ProducerRecord<>(Topics.SCORE_CHANGES, "x", new byte[] {1, 2, 3}))
        .get(30, TimeUnit.SECONDS);
    producer.commitTransaction();
  }

  private List<Long> send(ScoreChange... changes) throws Exception {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    for (ScoreChange change : changes) {
      byte[] value = values.serialize(Topics.SCORE_CHANGES, change);
      sent.add(producer.send(new ProducerRecord<>(Topics.SCORE_CHANGES, key(change), value)));
    }
    producer.flush();
    List<Long> offsets = new ArrayList<>();
    for (Future<RecordMetadata> one : sent) {
      offsets.add(one.get(30, TimeUnit.SECONDS).offset());
    }
    return offsets;
  }

  private static String key(ScoreChange change) {
    return change.getYear() + "/" + change.getProvince();
  }

  private String bootstrap() {
    return cluster.bootstrap();
  }

  @Override
  public void close() {
    producer.close(Duration.ZERO);
    values.close();
    cluster.close();
  }
}
