package dev.paca.streams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paca.reports.Audit;
import dev.paca.topics.Position;
import dev.paca.topics.Topics;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands beside an instance fails while it runs, and comes back. */
class RunningThroughFaultsIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int UNKNOWN_SCHEMA = 987_654;
  private static final String RANKING = "/v1/assessments/2024/ranking";
  private static final String MEASURES = "/v1/assessments/2024/provinces/66/measures";
  @TempDir static Path folder;
  private static RunningPaca paca;
  private RawInput input;

  @BeforeAll
  static void start() throws Exception {
    // Stream threads that die of a fault are what these tests are about.
    Awaitility.doNotCatchUncaughtExceptionsByDefault();
    paca = RunningPaca.start(folder);
  }

  @AfterAll
  static void stop() {
    Awaitility.reset();
    paca.close();
  }

  @BeforeEach
  void open() {
    input = new RawInput(paca.settings());
  }

  @AfterEach
  void close() {
    input.close();
    awaitReady(paca.service());
  }

  @Test
  void aRunningInstanceNeedsNoRegistryForSchemasItKnowsAlsoInANewThread() throws Exception {
    long before = inspections(input.send(RawInput.audit("known-0")));
    paca.cluster().registry().kill();
    try {
      fenceEveryStreamThread();
      Position last = input.send(RawInput.audit("known-1"));
      last = last.plus(input.send("known-2", new byte[] {7}));

      assertThat(inspections(last)).isEqualTo(before + 1);
      assertThat(rejected("known-2")).containsExactly("NOT_REGISTRY_FRAMED");
    } finally {
      paca.cluster().registry().restart();
    }
  }

  @Test
  void aRecordOfAnUnknownSchemaWaitsForTheRegistryAndReadinessSaysForWhat() throws Exception {
    paca.cluster().registry().kill();
    Position position;
    try {
      byte[] unknown = input.framed(RawInput.audit("unknown-1"));
      ByteBuffer.wrap(unknown).putInt(1, UNKNOWN_SCHEMA);
      position = input.send("unknown-1", unknown);

      Awaitility.await()
          .atMost(RunningPaca.PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(check(paca.service(), "no trouble").get("detail").asText())
                      .contains("No schema registry answers", paca.cluster().registryUrl()));
      assertThat(rejected("unknown-1")).isEmpty();
      assertThat(paca.get(RANKING, Position.NONE).statusCode()).isEqualTo(200);
    } finally {
      paca.cluster().registry().restart();
    }

    awaitCovered(position);
    assertThat(rejected("unknown-1")).containsExactly("UNKNOWN_SCHEMA_ID");
  }

  @Test
  void aStartingInstanceSaysThatItWaitsForTheRegistryAndIsReadyOnceItIsThere() throws Exception {
    paca.cluster().registry().kill();
    StreamsService second = StreamsService.start(paca.settings("paca-2"));
    try {
      JsonNode check = check(second, "no trouble");
      assertThat(check.get("ready").asBoolean()).isFalse();
      assertThat(check.get("detail").asText())
          .contains("waiting to start", paca.cluster().registryUrl());

      paca.cluster().registry().restart();

      awaitReady(second);
    } finally {
      second.close();
      if (!paca.cluster().registry().isAlive()) {
        paca.cluster().registry().restart();
      }
    }
  }

  @Test
  void scoresAreAnsweredWithTheirGrowingAgeWhileTheBrokerIsAwayAndItGoesOnByItself()
      throws Exception {
    long before = inspections(input.send(RawInput.audit("broker-0")));
    paca.cluster().brokers().get(0).kill();
    try {
      Awaitility.await()
          .atMost(RunningPaca.PATIENCE)
          .untilAsserted(() -> assertThat(ageMs()).isGreaterThan(4_000));
      long age = ageMs();
      Awaitility.await().until(() -> ageMs() > age + 500);
      assertThat(paca.get("/health/live", Position.NONE).statusCode()).isEqualTo(200);
      assertThat(paca.get("/health/ready", Position.NONE).statusCode()).isEqualTo(503);
      assertThat(check(paca.service(), "no trouble").get("detail").asText())
          .contains("the brokers do not answer", " s old");
    } finally {
      paca.cluster().brokers().get(0).restart();
    }

    assertThat(inspections(input.send(RawInput.audit("broker-1")))).isEqualTo(before + 1);
    awaitReady(paca.service());
    assertThat(ageMs()).isLessThan(4_000);
  }

  @Test
  void anOpenTransactionHoldsItsPartitionOnlyAndIsNamedUntilItIsAborted() throws Exception {
    Map<String, Object> transactional =
        Map.of(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "agency-outbox");
    long before = inspections(input.send(RawInput.audit("held-0")));
    try (RawInput hanging = new RawInput(paca.settings(), transactional)) {
      KafkaProducer<byte[], byte[]> producer = hanging.producer();
      producer.initTransactions();
      producer.beginTransaction();
      Audit aborted = RawInput.audit("held-1");
      Position open = hanging.send(aborted);
      int held = open.offsets().keySet().iterator().next().partition();
      Position behind = input.send(auditIn(held, true));
      Position elsewhere = input.send(auditIn(held, false));

      assertThat(inspections(elsewhere)).isEqualTo(before + 1);
      Awaitility.await()
          .atMost(RunningPaca.PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(check(paca.service(), "nothing held back").get("detail").asText())
                      .contains(Topics.AUDITS + "-" + held, "agency-outbox", " since "));
      assertThat(paca.get("/health/ready", Position.NONE).statusCode()).isEqualTo(200);
      assertThat(inspections(Position.NONE)).isEqualTo(before + 1);

      producer.abortTransaction();

      assertThat(inspections(behind)).isEqualTo(before + 2);
    }
    Awaitility.await()
        .atMost(RunningPaca.PATIENCE)
        .until(() -> check(paca.service(), "nothing held back").get("detail").asText().isEmpty());
  }

  @Test
  void whatTheProducersClockSaysCountsNowhere() throws Exception {
    Instant start = Instant.now().minusSeconds(1);
    long year3000 = Instant.parse("3000-01-01T00:00:00Z").toEpochMilli();
    Position last =
        input
            .send(RawInput.audit("clock-0"), 0L)
            .plus(input.send(RawInput.audit("clock-3000"), year3000));

    for (String id : List.of("clock-0", "clock-3000")) {
      HttpResponse<String> report =
          paca.get("/v1/reports/audits/" + RawInput.AGENCY + "/" + id, last);
      assertThat(report.statusCode()).as(report.body()).isEqualTo(200);
      String received = JSON.readTree(report.body()).at("/revisions/0/receivedAt").asText();
      assertThat(Instant.parse(received)).isBetween(start, Instant.now().plusSeconds(1));
    }
    JsonNode truth = answer(RANKING, last).get("truth");
    assertThat(Instant.parse(truth.get("asOf").asText()))
        .isBetween(start, Instant.now().plusSeconds(1));
  }

  @Test
  void aFencedInstanceLeavesNothingOfItsOpenTransactionAndCountsEachReportOnce() throws Exception {
    long before = inspections(input.send(RawInput.audit("fenced-first")));
    Position last = Position.NONE;
    for (int i = 0; i < 60; i++) {
      last = last.plus(input.send(RawInput.audit("fenced-" + i)));
      last = last.plus(input.send("fenced-poison-" + i, new byte[] {7}));
      if (i % 20 == 10) {
        fenceEveryStreamThread();
      }
    }

    assertThat(inspections(last)).isEqualTo(before + 60);
    assertThat(rejected("fenced-poison-")).hasSize(60);
  }

  /** Begins the next epoch of every transactional id, as a replacement of this instance would. */
  private static void fenceEveryStreamThread() throws Exception {
    List<String> ids;
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", paca.cluster().bootstrap()))) {
      ids =
          admin.listTransactions().all().get().stream()
              .map(TransactionListing::transactionalId)
              .filter(id -> id.startsWith("paca-"))
              .toList();
    }
    assertThat(ids).isNotEmpty();
    for (String id : ids) {
      Map<String, Object> config =
          Map.of(
              ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
              paca.cluster().bootstrap(),
              ProducerConfig.TRANSACTIONAL_ID_CONFIG,
              id);
      try (KafkaProducer<byte[], byte[]> replacement =
          new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
        replacement.initTransactions();
      }
    }
  }

  /** A report whose key belongs to this partition, or to another one. */
  private Audit auditIn(int partition, boolean there) {
    return IntStream.range(0, 100)
        .mapToObj(i -> RawInput.audit("held-" + there + i))
        .filter(
            audit ->
                there
                    == (org.apache.kafka.clients.producer.internals.BuiltInPartitioner
                            .partitionForKey(RawInput.key(audit), 3)
                        == partition))
        .findFirst()
        .orElseThrow();
  }

  private List<String> rejected(String reportId) {
    return RejectedReports.codes(paca.settings(), input.serdes(), reportId);
  }

  private static long inspections(Position covering) throws Exception {
    return answer(MEASURES, covering).at("/measures/audits.inspections").asLong();
  }

  private static long ageMs() throws Exception {
    return answer(RANKING, Position.NONE).at("/truth/ageMs").asLong();
  }

  private static void awaitCovered(Position position) {
    Awaitility.await()
        .atMost(RunningPaca.PATIENCE)
        .ignoreExceptions()
        .until(() -> paca.get(MEASURES, position).statusCode() == 200);
  }

  private static JsonNode answer(String path, Position covering) throws Exception {
    if (!covering.isEmpty()) {
      awaitCovered(covering);
    }
    HttpResponse<String> response = paca.get(path, covering);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return JSON.readTree(response.body());
  }

  private static JsonNode check(StreamsService instance, String name) throws Exception {
    JsonNode checks =
        JSON.readTree(paca.get(instance, "/health/ready", Position.NONE).body()).get("checks");
    for (JsonNode check : checks) {
      if (check.get("name").asText().equals(name)) {
        return check;
      }
    }
    throw new AssertionError(name + " not among " + checks);
  }

  private static void awaitReady(StreamsService instance) {
    Awaitility.await()
        .atMost(RunningPaca.PATIENCE)
        .untilAsserted(
            () -> {
              HttpResponse<String> ready = paca.get(instance, "/health/ready", Position.NONE);
              assertThat(ready.statusCode()).as(ready.body()).isEqualTo(200);
            });
  }
}
