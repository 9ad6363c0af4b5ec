package dev.paca.faults.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.paca.local.LocalCluster;
import dev.paca.local.LocalOptions;
import dev.paca.producers.publish.ReportPublisher;
import dev.paca.registry.SchemaRegistration;
import dev.paca.reports.AgencyKind;
import dev.paca.reports.Audit;
import dev.paca.reports.AuditChannel;
import dev.paca.rubrics.RubricVersion;
import dev.paca.scores.Basis;
import dev.paca.scores.ScoreChange;
import dev.paca.scoring.rubric.Rubric;
import dev.paca.settings.ClientSettings;
import dev.paca.settings.Settings;
import dev.paca.streams.StreamsService;
import dev.paca.streams.StreamsSettings;
import dev.paca.topics.Topics;
import dev.paca.topics.TopicsAdmin;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over a real broker and the real service. */
class OutputWatchIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String PROVINCE = "94";

  @TempDir private Path folder;

  @Test
  void aSoundRunHasNoViolationsAndHalfATransactionIsOne() throws Exception {
    LocalOptions options =
        LocalOptions.in(folder)
            .withBrokerSetting("log.cleaner.min.compaction.lag.ms", Long.toString(1L << 40));
    try (LocalCluster cluster = LocalCluster.start(options)) {
      Settings settings = settings(cluster);
      prepare(settings);
      Map<String, Object> clients = ClientSettings.kafka(settings);
      try (StreamsService service = StreamsService.start(settings);
          OutputWatch watch = OutputWatch.start(clients)) {
        await().atMost(PATIENCE).until(service::ready);
        URI instance = URI.create("http://127.0.0.1:" + service.port());
        QueryProbe probe = QueryProbe.start(() -> List.of(instance), questions());
        try (probe) {
          for (int revision = 1; revision <= 5; revision++) {
            publish(settings, revision);
          }
          await()
              .atMost(PATIENCE)
              .until(
                  () -> probe.answers().values().stream().allMatch(count -> count.answered() > 3));
        }
        assertThat(watch.conclude(PATIENCE)).isEmpty();
        assertThat(watch.records()).isGreaterThan(100);
        assertThat(probe.violations(watch.committed())).isEmpty();
        assertThat(probe.violations(new Committed())).isNotEmpty();
      }
      sayAChangeThatNoFlushServed(settings);
      try (OutputWatch watch = OutputWatch.start(clients)) {
        assertThat(watch.conclude(Duration.ofSeconds(3)))
            .anyMatch(v -> v.startsWith("paca.score-changes-0@") && v.contains("changes from 7.00"))
            .anyMatch(v -> v.contains("7.00 -> 8.00 in no flush served"));
      }
      mayBeCompacted(clients, Topics.RANKINGS);
      assertThatThrownBy(() -> OutputWatch.start(clients))
          .hasMessageContaining("[paca.rankings]")
          .hasMessageContaining("log.cleaner.min.compaction.lag.ms=3600000");
    }
  }

  private Settings settings(LocalCluster cluster) {
    return Settings.declare(StreamsSettings.all())
        .options(
            Map.of(
                "bootstrap", cluster.bootstrap(),
                "registry", cluster.registryUrl(),
                "http-port", "0",
                "state-dir", folder.resolve("streams").toString()))
        .read();
  }

  private static void createTopics(Map<String, Object> clients) {
    try (Admin admin = Admin.create(clients)) {
      new TopicsAdmin(admin, PATIENCE).create(Topics.definitions(2, (short) 1));
    }
  }

  private static void mayBeCompacted(Map<String, Object> clients, String topic) throws Exception {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    ConfigEntry atOnce = new ConfigEntry(TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG, "0");
    try (Admin admin = Admin.create(clients)) {
      admin
          .incrementalAlterConfigs(
              Map.of(resource, List.of(new AlterConfigOp(atOnce, AlterConfigOp.OpType.SET))))
          .all()
          .get();
    }
  }

  private static void prepare(Settings settings) throws Exception {
    createTopics(ClientSettings.kafka(settings));
    SchemaRegistration.registerAll(ClientSettings.kafka(settings));
    for (int year : List.of(2022, 2023)) {
      String yaml = Files.readString(Path.of("..", "rubrics", year + ".yaml"));
      send(
          settings,
          Topics.RUBRICS,
          Integer.toString(year),
          new RubricVersion(Rubric.INDEX, year, 1, yaml));
    }
  }

  private static void send(Settings settings, String topic, String key, SpecificRecord value)
      throws Exception {
    try (KafkaProducer<String, SpecificRecord> producer =
        new KafkaProducer<>(
            ClientSettings.kafka(settings),
            new StringSerializer(),
            ClientSettings.valueSerializer(settings))) {
      producer.send(new ProducerRecord<>(topic, key, value)).get();
    }
  }

  /** Each revision of each report gives its province other points. */
  private static void publish(Settings settings, int revision) {
    List<Audit> audits = new ArrayList<>();
    for (String province : List.of(PROVINCE, "66", "01")) {
      for (int year : List.of(2022, 2023)) {
        audits.add(
            Audit.newBuilder()
                .setReportId("KL-" + province + "-" + year)
                .setRevision((long) revision)
                .setAgency("thanh-tra-thu-nghiem")
                .setAgencyKind(AgencyKind.INSPECTORATE)
                .setMatterId("VA-" + province)
                .setProvince(province)
                .setOccurredOn(LocalDate.of(year, 6, 30))
                .setChannel(AuditChannel.INSPECTION)
                .setInspections(10L * revision)
                .setCorruptionCases((long) (revision * revision) % 13)
                .build());
      }
    }
    try (ReportPublisher publisher = ReportPublisher.open(settings)) {
      audits.forEach(publisher::publish);
      publisher.flush();
    }
  }

  private static Map<Question, String> questions() {
    Map<Question, String> paths = new EnumMap<>(QueryProbe.sample());
    paths.put(Question.MATTER, "/v1/matters/VA-" + PROVINCE);
    paths.put(Question.REPORT, "/v1/reports/audits/thanh-tra-thu-nghiem/KL-94-2022");
    return paths;
  }

  private static void sayAChangeThatNoFlushServed(Settings settings) throws Exception {
    ScoreChange change =
        ScoreChange.newBuilder()
            .setYear(2022)
            .setProvince(PROVINCE)
            .setCriterion("C.1.1")
            .setOldPoints(new BigDecimal("7.00"))
            .setNewPoints(new BigDecimal("8.00"))
            .setOldBasis(Basis.COMPUTED)
            .setNewBasis(Basis.COMPUTED)
            .setRubricVersion(1)
            .setAt(Instant.EPOCH)
            .setReports(List.of())
            .setReportCount(0)
            .build();
    send(settings, Topics.SCORE_CHANGES, "2022/" + PROVINCE, change);
  }
}
