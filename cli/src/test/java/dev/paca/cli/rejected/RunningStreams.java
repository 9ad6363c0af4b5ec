package dev.paca.cli.rejected;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paca.cli.CommandRun;
import dev.paca.cli.CommandRun.Place;
import dev.paca.cli.rubric.PublishedRubrics;
import dev.paca.cli.rubric.RubricFile;
import dev.paca.local.LocalCluster;
import dev.paca.local.LocalOptions;
import dev.paca.registry.SchemaRegistration;
import dev.paca.settings.ClientSettings;
import dev.paca.settings.Settings;
import dev.paca.streams.StreamsService;
import dev.paca.streams.StreamsSettings;
import dev.paca.streams.recount.TopicReader;
import dev.paca.topics.Topics;
import dev.paca.topics.TopicsAdmin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;

/** Broker, registry and streams, and a place where commands find them. */
final class RunningStreams implements AutoCloseable {
  static final int PARTITIONS = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final LocalCluster cluster;
  private final StreamsService streams;
  private final Settings settings;
  private final Place place;

  private RunningStreams(
      LocalCluster cluster, StreamsService streams, Settings settings, Path home) {
    this.cluster = cluster;
    this.streams = streams;
    this.settings = settings;
    this.place =
        new Place(home)
            .with("PACA_BOOTSTRAP", cluster.bootstrap())
            .with("PACA_REGISTRY", cluster.registryUrl())
            .with("PACA_QUERY_URL", "http://127.0.0.1:" + streams.port());
  }

  static RunningStreams start(Path folder) throws IOException {
    LocalCluster cluster = LocalCluster.start(LocalOptions.in(folder));
    Map<String, String> values = new HashMap<>();
    values.put("bootstrap", cluster.bootstrap());
    values.put("registry", cluster.registryUrl());
    values.put("http-port", "0");
    values.put("state-dir", folder.resolve("streams").toString());
    Settings settings = Settings.declare(StreamsSettings.all()).options(values).read();
    Map<String, Object> clients = ClientSettings.kafka(settings);
    try (Admin admin = Admin.create(clients)) {
      new TopicsAdmin(admin, PATIENCE).create(Topics.definitions(PARTITIONS, (short) 1));
    }
    SchemaRegistration.registerAll(clients);
    RubricFile rubric = RubricFile.read(Path.of("..", "rubrics", "2024.yaml"));
    new PublishedRubrics(clients, settings).publishNew(List.of(rubric));
    StreamsService streams = StreamsService.start(settings);
    Awaitility.await().atMost(PATIENCE).until(streams::ready);
    return new RunningStreams(cluster, streams, settings, folder);
  }

  Settings settings() {
    return settings;
  }

  CommandRun paca(String... args) {
    return place.run(args);
  }

  /** What {@code --json} prints. */
  JsonNode json(String... args) {
    CommandRun run = paca(args);
    try {
      return JSON.readTree(run.out());
    } catch (IOException e) {
      throw new UncheckedIOException(run.err(), e);
    }
  }

  byte[] framed(SpecificRecord report) {
    return ClientSettings.valueSerializer(settings).serialize(Topics.AUDITS, report);
  }

  /** Puts bytes on {@code paca.audits}; no partition: the key's, no key: none. */
  RecordMetadata send(Integer partition, String key, byte[] value) throws Exception {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            ClientSettings.kafka(settings), new ByteArraySerializer(), new ByteArraySerializer())) {
      byte[] bytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
      return producer.send(new ProducerRecord<>(Topics.AUDITS, partition, bytes, value)).get();
    }
  }

  /** Puts bytes on {@code paca.audits} and waits until they are turned away; their id. */
  String rejected(Integer partition, String key, byte[] value) throws Exception {
    RecordMetadata at = send(partition, key, value);
    String id = at.topic() + "/" + at.partition() + "/" + at.offset();
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> json("rejected", "list", "--json").findValuesAsText("id").contains(id));
    return id;
  }

  /** The committed records under a key of {@code paca.audits}. */
  List<ConsumerRecord<byte[], byte[]>> under(String key) {
    List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
    all(Topics.AUDITS).stream()
        .filter(each -> each.key() != null)
        .filter(each -> new String(each.key(), StandardCharsets.UTF_8).equals(key))
        .forEach(found::add);
    return found;
  }

  /** Every committed record of a topic. */
  List<ConsumerRecord<byte[], byte[]>> all(String topic) {
    List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
    try (TopicReader reader = TopicReader.open(topic, ClientSettings.kafka(settings))) {
      reader.readTo(reader.committedEnds(), found::add);
    }
    return found;
  }

  @Override
  public void close() {
    streams.close();
    cluster.close();
  }
}
