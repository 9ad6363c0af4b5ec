package dev.paca.streams;

import dev.paca.local.LocalCluster;
import dev.paca.local.LocalOptions;
import dev.paca.producers.publish.ReportPublisher;
import dev.paca.registry.SchemaRegistration;
import dev.paca.rubrics.RubricVersion;
import dev.paca.scoring.rubric.Rubric;
import dev.paca.scoring.rubric.RubricReader;
import dev.paca.settings.ClientSettings;
import dev.paca.settings.Settings;
import dev.paca.topics.Position;
import dev.paca.topics.Topics;
import dev.paca.topics.TopicsAdmin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;

/** The streams service over a real broker and registry, for integration tests. */
final class RunningPaca implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(60);

  /** By what the instances of a test join their group: -Dpaca.group.protocol=streams. */
  static final String GROUP_PROTOCOL = System.getProperty("paca.group.protocol", "classic");

  private final LocalCluster cluster;
  private final Path folder;
  private final Map<String, String> more;
  private final HttpClient http = HttpClient.newHttpClient();
  private StreamsService service;

  private RunningPaca(LocalCluster cluster, Path folder, Map<String, String> more) {
    this.cluster = cluster;
    this.folder = folder;
    this.more = more;
  }

  /** Starts everything in a folder and waits until it can be asked. */
  static RunningPaca start(Path folder) throws Exception {
    return start(folder, Map.of());
  }

  /** The same with more settings. */
  static RunningPaca start(Path folder, Map<String, String> more) throws Exception {
    return start(folder, GROUP_PROTOCOL, more);
  }

  /** The same with a group protocol, whatever the build was told. */
  static RunningPaca start(Path folder, String protocol, Map<String, String> given)
      throws Exception {
    Map<String, String> more = new HashMap<>(given);
    more.put("group-protocol", protocol);
    RunningPaca paca = new RunningPaca(LocalCluster.start(LocalOptions.in(folder)), folder, more);
    try (Admin admin = Admin.create(ClientSettings.kafka(paca.settings()))) {
      new TopicsAdmin(admin, PATIENCE).create(Topics.definitions(3, (short) 1));
    }
    SchemaRegistration.registerAll(ClientSettings.kafka(paca.settings()));
    for (Rubric rubric : rubrics()) {
      paca.publishRubric(rubric.year(), rubric.version(), Files.readString(file(rubric.year())));
    }
    paca.startService();
    return paca;
  }

  void startService() {
    service = startInstance("paca-1");
  }

  /** One instance more, with a folder of its own; the caller closes it. */
  StreamsService startInstance(String name) {
    return startInstance(name, Map.of());
  }

  /** The same with other settings. */
  StreamsService startInstance(String name, Map<String, String> others) {
    StreamsService instance = StreamsService.start(settings(name, others));
    Awaitility.await().atMost(PATIENCE).until(instance::ready);
    return instance;
  }

  StreamsService service() {
    return service;
  }

  void stopService() {
    service.close();
  }

  Settings settings() {
    return settings("paca-1");
  }

  private Settings settings(String instance) {
    return settings(instance, Map.of());
  }

  /** Of an instance, with other settings than the rest. */
  Settings settings(String instance, Map<String, String> others) {
    Map<String, String> values = new HashMap<>(more);
    values.putAll(others);
    values.put("instance-id", instance);
    values.put("bootstrap", cluster.bootstrap());
    values.put("registry", cluster.registryUrl());
    values.put("http-port", "0");
    values.put("state-dir", stateFolder(instance).toString());
    return Settings.declare(StreamsSettings.all()).options(values).read();
  }

  /** Where the service keeps its stores. */
  Path stateFolder() {
    return stateFolder("paca-1");
  }

  private Path stateFolder(String instance) {
    return folder.resolve("streams-" + instance);
  }

  /** The index's rubrics of the repository. */
  static List<Rubric> rubrics() throws IOException {
    List<Rubric> rubrics = new ArrayList<>();
    try (Stream<Path> files = Files.list(file(2022).getParent())) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        Rubric rubric = RubricReader.read(Files.readString(file)).rubric().orElseThrow();
        if (rubric.name().equals(Rubric.INDEX)) {
          rubrics.add(rubric);
        }
      }
    }
    return rubrics;
  }

  static Path file(int year) {
    return Path.of("..", "rubrics", year + ".yaml");
  }

  void publishRubric(int year, int version, String yaml) throws Exception {
    try (KafkaProducer<String, SpecificRecord> producer =
        new KafkaProducer<>(
            ClientSettings.kafka(settings()),
            new StringSerializer(),
            ClientSettings.valueSerializer(settings()))) {
      RubricVersion record = new RubricVersion(Rubric.INDEX, year, version, yaml);
      producer.send(new ProducerRecord<>(Topics.RUBRICS, Integer.toString(year), record)).get();
    }
  }

  /** Publishes and waits for the acknowledgement of all; the position of the last of each. */
  Position publish(List<? extends SpecificRecord> reports) {
    try (ReportPublisher publisher = ReportPublisher.open(settings())) {
      var sent = reports.stream().map(publisher::publish).toList();
      publisher.flush();
      Position position = Position.NONE;
      for (var each : sent) {
        position = position.plus(each.join());
      }
      return position;
    }
  }

  /** The answer to a GET that covers this position; waits for it at the server. */
  HttpResponse<String> get(String path, Position covering) throws Exception {
    return get(service, path, covering);
  }

  /** The same of this instance. */
  HttpResponse<String> get(StreamsService instance, String path, Position covering)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + instance.port() + path));
    if (!covering.isEmpty()) {
      request.header("Paca-Position", covering.format());
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** The answer to a rubric that is posted. */
  HttpResponse<String> post(String path, String yaml) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path))
            .header("Content-Type", "application/yaml")
            .POST(HttpRequest.BodyPublishers.ofString(yaml))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  LocalCluster cluster() {
    return cluster;
  }

  @Override
  public void close() {
    if (service != null) {
      service.close();
    }
    cluster.close();
  }
}
