package dev.paca.producers.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.producers.RunningCluster;
import dev.paca.producers.TopicReader;
import dev.paca.producers.gateway.GatewayClient.Answer;
import dev.paca.reports.Audit;
import dev.paca.settings.Settings;
import dev.paca.topics.Position;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningCluster.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GatewayIT {
  private static final int BODY_LIMIT = 20_000;

  private final Settings settings;
  private GatewayServer gateway;
  private GatewayClient client;

  GatewayIT(Settings settings) {
    this.settings = settings;
  }

  @BeforeAll
  void start() {
    gateway =
        GatewayServer.start(
            new GatewayConfig(
                settings,
                "127.0.0.1",
                0,
                ApiKeys.parse("*=all,police-94=police"),
                BODY_LIMIT,
                64,
                Duration.ofSeconds(20)));
    client = new GatewayClient(gateway);
  }

  @AfterAll
  void stop() {
    gateway.close();
  }

  @Test
  void aReportIsAnsweredWithItsPositionOnceTheBrokerHasIt() {
    Answer answer = client.post("audits", audit("gw-one", "KL-1/2022", "\"inspections\": 3"));

    assertThat(answer.status()).isEqualTo(202);
    ConsumerRecord<String, SpecificRecord> record =
        TopicReader.of(settings, "paca.audits", "gw-one").get(0);
    String token = Position.of("paca.audits", record.partition(), record.offset()).format();
    assertThat(answer.json().get("position").asText()).isEqualTo(token);
    assertThat(answer.header("Paca-Position")).isEqualTo(token);
    assertThat(record.key()).isEqualTo("gw-one/KL-1/2022");
    assertThat(((Audit) record.value()).getInspections()).isEqualTo(3);
    assertThat(((Audit) record.value()).getRevision()).isNull();
  }

  @Test
  void aWrongReportIsAnsweredWithEveryFieldThatIsWrong() {
    Answer answer =
        client.post(
            "audits",
            audit(
                "gw-wrong",
                "",
                "\"province\": 94, \"occurredOn\": \"30/06/2022\", \"inspections\": 1.5,"
                    + " \"recoverdVnd\": 1, \"recoveredVnd\": true"));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.json().get("type").asText()).isEqualTo("urn:paca:problem:unknown-field");
    assertThat(answer.json().get("status").asInt()).isEqualTo(422);
    assertThat(answer.json().get("title").asText()).isNotBlank();
    assertThat(answer.errors("/errors"))
        .containsExactly(
            "recoverdVnd UNKNOWN_FIELD",
            "reportId MISSING_FIELD",
            "province BAD_REQUEST",
            "occurredOn BAD_REQUEST",
            "inspections BAD_NUMBER",
            "recoveredVnd BAD_NUMBER");
    assertThat(TopicReader.of(settings, "paca.audits", "gw-wrong")).isEmpty();
  }

  @Test
  void anArrayIsAnsweredReportByReport() {
    Answer answer =
        client.post(
            "audits",
            "["
                + audit("gw-array", "A-1", "\"inspections\": 1")
                + ", 7, "
                + audit("gw-array", "A-2", "\"inspections\": -1")
                + ","
                + audit("gw-array", "A-3", "\"inspections\": 3")
                + "]");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().at("/accepted").asInt()).isEqualTo(2);
    assertThat(answer.json().at("/rejected").asInt()).isEqualTo(2);
    assertThat(answer.json().at("/results/0/status").asText()).isEqualTo("accepted");
    assertThat(answer.errors("/results/1/errors")).containsExactly(" BAD_REQUEST");
    assertThat(answer.errors("/results/2/errors")).containsExactly("inspections BAD_NUMBER");
    Position both =
        Position.parse(answer.json().at("/results/0/position").asText())
            .plus(Position.parse(answer.json().at("/results/3/position").asText()));
    assertThat(answer.header("Paca-Position")).isEqualTo(both.format());
    assertThat(TopicReader.of(settings, "paca.audits", "gw-array")).hasSize(2);
  }

  @Test
  void linesAreAnsweredReportByReport() {
    String lines =
        audit("gw-lines", "L-1", "\"inspections\": 1")
            + "\n{\n"
            + audit("gw-lines", "L-2", "")
            + "\n";

    Answer answer =
        client.send(
            client
                .report("audits", BodyPublishers.ofString(lines))
                .setHeader("Content-Type", "application/x-ndjson; charset=UTF-8"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().at("/accepted").asInt()).isEqualTo(2);
    assertThat(answer.errors("/results/1/errors")).containsExactly(" BAD_REQUEST");
  }

  @Test
  void aBatchOfWhichNothingIsAcceptedIs422() {
    Answer answer =
        client.post("audits", "[" + audit("gw-none", "N-1", "\"channel\": \"X\"") + ", null]");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().at("/results/1/status").asText()).isEqualTo("rejected");
    assertThat(answer.header("Paca-Position")).isEmpty();
  }

  @Test
  void withoutAKnownKeyNothingIsTaken() {
    String report = audit("gw-key", "K-1", "");

    Answer none =
        client.send(
            client
                .to("/v1/reports/audits")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(report)));
    Answer unknown =
        client.send(
            client
                .report("audits", BodyPublishers.ofString(report))
                .setHeader("Authorization", "Bearer al"));

    assertThat(none.status()).isEqualTo(401);
    assertThat(none.header("WWW-Authenticate")).startsWith("Bearer");
    assertThat(none.json().get("code").asText()).isEqualTo("UNAUTHORIZED");
    assertThat(unknown.status()).isEqualTo(401);
    assertThat(TopicReader.of(settings, "paca.audits", "gw-key")).isEmpty();
  }

  @Test
  void aKeyReportsForItsAgencyOnly() {
    Answer own = asPolice(audit("police-94", "P-1", ""));
    Answer other = asPolice(audit("gw-forbidden", "P-1", ""));
    Answer mixed =
        asPolice(
            "[" + audit("police-94", "P-2", "") + "," + audit("gw-forbidden", "P-2", "") + "]");
    Answer allOthers = asPolice("[" + audit("gw-forbidden", "P-3", "") + "]");

    assertThat(own.status()).isEqualTo(202);
    assertThat(other.status()).isEqualTo(403);
    assertThat(other.errors("/errors")).containsExactly("agency FORBIDDEN");
    assertThat(mixed.status()).isEqualTo(200);
    assertThat(mixed.errors("/results/1/errors")).containsExactly("agency FORBIDDEN");
    assertThat(allOthers.status()).isEqualTo(403);
    assertThat(TopicReader.of(settings, "paca.audits", "gw-forbidden")).isEmpty();
  }

  private Answer asPolice(String body) {
    return client.send(
        client
            .to("/v1/reports/audits")
            .header("X-API-Key", "police")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  @Test
  void whatIsNoJsonIsToldWithLineAndColumn() {
    Answer answer = client.post("audits", "{\n  \"reportId\": KL-1\n}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("detail").asText()).contains("line 2, column");
    assertThat(answer.response().body()).doesNotContain("Exception").doesNotContain("jackson");
  }

  @Test
  void whatIsNoUtf8IsToldWithItsByte() {
    byte[] body = audit("gw-utf8", "Hòa", "").getBytes(StandardCharsets.ISO_8859_1);

    Answer answer = client.send(client.report("audits", BodyPublishers.ofByteArray(body)));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("code").asText()).isEqualTo("NOT_UTF8");
    assertThat(answer.json().get("detail").asText()).contains("hex F2");
  }

  @Test
  void aBodyOverTheLimitIs413WhetherItsLengthIsSaidOrNot() {
    byte[] body = " ".repeat(BODY_LIMIT + 1).getBytes(StandardCharsets.UTF_8);

    Answer said = client.send(client.report("audits", BodyPublishers.ofByteArray(body)));
    Answer chunked =
        client.send(
            client.report(
                "audits", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));

    assertThat(said.status()).isEqualTo(413);
    assertThat(chunked.status()).isEqualTo(413);
    assertThat(chunked.json().get("code").asText()).isEqualTo("TOO_LARGE");
  }

  @Test
  void anUnknownTypeIs404AndNamesTheSeven() {
    Answer answer = client.post("audit", audit("gw-type", "T-1", ""));

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.json().get("detail").asText())
        .contains(
            "audits, denunciations, prosecutions, recoveries, sanctions, conflicts, appraisals");
    assertThat(client.send(client.to("/nowhere")).status()).isEqualTo(404);
  }

  @Test
  void anotherMethodIs405() {
    Answer answer = client.send(client.to("/v1/reports/audits"));

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow")).isEqualTo("POST");
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
  }

  @Test
  void anotherMediaTypeIs415() {
    for (String type : new String[] {"text/csv", "application/json; charset=utf-16"}) {
      Answer answer =
          client.send(
              client
                  .report("audits", BodyPublishers.ofString("reportId"))
                  .setHeader("Content-Type", type));

      assertThat(answer.status()).as(type).isEqualTo(415);
      assertThat(answer.header("Accept-Post")).contains("application/x-ndjson");
    }
  }

  @Test
  void itSaysThatItIsAliveAndReadyAndWhatItTakes() {
    assertThat(client.send(client.to("/health/live")).status()).isEqualTo(200);
    Answer ready = client.send(client.to("/health/ready"));
    assertThat(ready.status()).as(ready.response().body()).isEqualTo(200);
    Answer openApi = client.send(client.to("/openapi.json"));
    assertThat(openApi.json().at("/openapi").asText()).startsWith("3.1");
  }

  private static String audit(String agency, String reportId, String more) {
    return """
        {"reportId": "%s", "agency": "%s", "agencyKind": "INSPECTORATE", "province": "94",\
         "occurredOn": "2022-06-30", "channel": "INSPECTION"%s%s}"""
        .formatted(reportId, agency, more.isEmpty() ? "" : ", ", more);
  }
}
