package dev.paca.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paca.cli.settings.AllSettings;
import dev.paca.producers.gateway.GatewayConfig;
import dev.paca.producers.gateway.GatewayServer;
import dev.paca.settings.Settings;
import dev.paca.streams.StreamsService;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The whole way, with broker and registry in containers. */
@Tag("containers")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EndToEndContainersIT {
  private static final String KEY = "key-of-this-test";
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private ContainerCluster cluster;
  private StreamsService streams;
  private GatewayServer gateway;

  @BeforeAll
  void startEverything(@TempDir Path dir) {
    cluster = ContainerCluster.start();
    CommandRun.Place shell =
        new CommandRun.Place(dir)
            .with("PACA_BOOTSTRAP", cluster.bootstrap())
            .with("PACA_REGISTRY", cluster.registryUrl());
    String rubric =
        Path.of("src/test/resources/dev/paca/cli/cases-detected.yaml").toAbsolutePath().toString();
    succeeds(shell.run("topics", "create"));
    succeeds(shell.run("rubric", "publish", rubric));

    Settings settings =
        Settings.declare(AllSettings.declared())
            .options(
                Map.of(
                    "bootstrap",
                    cluster.bootstrap(),
                    "registry",
                    cluster.registryUrl(),
                    "http-port",
                    "0",
                    "gateway-port",
                    "0",
                    "api-keys",
                    "*=" + KEY,
                    "state-dir",
                    dir.resolve("state").toString()))
            .read();
    streams = StreamsService.start(settings);
    gateway = GatewayServer.start(GatewayConfig.of(settings));
    await().atMost(PATIENCE).until(streams::ready);
  }

  @AfterAll
  void stopEverything() {
    if (gateway != null) {
      gateway.close();
    }
    if (streams != null) {
      streams.close();
    }
    if (cluster != null) {
      cluster.close();
    }
  }

  @Test
  void reportsComeOutAsTheScoreAndACorrectionChangesExactlyThat() throws Exception {
    publish(report("KT-1", 1, "94", 7));
    publish(report("KT-2", 1, "94", 5));
    String position = publish(report("KT-1", 1, "01", 1, "thanh-tra-01"));
    awaitTotal("94", "8.00", position); // 12 cases
    awaitTotal("01", "4.00", position); // 1 case

    position = publish(report("KT-1", 2, "94", 1));
    awaitTotal("94", "4.00", position); // 6 cases
    awaitTotal("01", "4.00", position);

    position = publish(report("KT-2", 2, "01", 11));
    awaitTotal("94", "4.00", position); // 1 case
    awaitTotal("01", "8.00", position); // 12 cases: the report has moved here

    position = publish(report("KT-1", 1, "94", 99));
    awaitTotal("94", "4.00", position); // an older revision changes nothing

    JsonNode evidence = query("/v1/assessments/2022/provinces/94/criteria/C.1/evidence", position);
    assertThat(evidence.at("/measures/audits.corruptionCases").asLong()).isEqualTo(1);
    assertThat(evidence.get("reports")).hasSize(1);
    assertThat(evidence.at("/reports/0/revision").asLong()).isEqualTo(2);
  }

  @Test
  void theRegistryHoldsTheSchemasOfWhatIsPublished() throws Exception {
    publish(report("KT-3", 1, "48", 1));
    HttpRequest subjects =
        HttpRequest.newBuilder(URI.create(cluster.registryUrl() + "/subjects")).build();
    assertThat(http.send(subjects, BodyHandlers.ofString()).body())
        .contains("\"paca.audits-value\"");
  }

  private static void succeeds(CommandRun run) {
    assertThat(run.exitCode()).as(run.err()).isZero();
  }

  private static String report(String id, int revision, String province, int cases) {
    return report(id, revision, province, cases, "thanh-tra-94");
  }

  private static String report(String id, int revision, String province, int cases, String agency) {
    return """
        {"reportId": "%s", "revision": %d, "agency": "%s", "agencyKind": "INSPECTORATE",
         "province": "%s", "occurredOn": "2022-06-30", "channel": "INSPECTION",
         "corruptionCases": %d}"""
        .formatted(id, revision, agency, province, cases);
  }

  /** The position token of an accepted report. */
  private String publish(String report) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:%d/v1/reports/audits".formatted(gateway.port())))
            .header("Authorization", "Bearer " + KEY)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(report))
            .build();
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 202);
    return answer.headers().firstValue("Paca-Position").orElseThrow();
  }

  private void awaitTotal(String province, String points, String position) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              JsonNode view = query("/v1/assessments/2022/provinces/" + province, position);
              assertThat(new BigDecimal(view.get("total").asText())).isEqualByComparingTo(points);
            });
  }

  /** What the query service answers once it covers the position. */
  private JsonNode query(String path, String position) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(streams.port(), path)))
            .header("Paca-Position", position)
            .build();
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return MAPPER.readTree(answer.body());
  }
}
