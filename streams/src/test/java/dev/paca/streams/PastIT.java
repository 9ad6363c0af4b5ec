package dev.paca.streams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paca.reports.AgencyKind;
import dev.paca.reports.Audit;
import dev.paca.reports.AuditChannel;
import dev.paca.topics.Position;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The past by the real input: what was known at a time, what had happened by a day. */
class PastIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  @TempDir static Path folder;
  private static RunningPaca paca;

  @BeforeAll
  static void start() throws Exception {
    paca = RunningPaca.start(folder);
  }

  @AfterAll
  static void stop() {
    paca.close();
  }

  @Test
  void whatWasKnownAtATimeIsWhatWasServedThen() throws Exception {
    String province = "/v1/assessments/2022/provinces/46";
    JsonNode then = ok(province, paca.publish(List.of(audit("da-biet", 1, "46", "2022-05-04", 3))));
    String at = then.at("/truth/asOf").asText();
    Awaitility.await().until(() -> Instant.now().isAfter(Instant.parse(at)));
    JsonNode now = ok(province, paca.publish(List.of(audit("da-biet", 2, "46", "2022-05-04", 9))));
    assertThat(now.get("total")).isNotEqualTo(then.get("total"));

    JsonNode again = ok(province + "?at=" + at, Position.NONE);
    for (String same : List.of("total", "rank", "criteria", "parts", "weak")) {
      assertThat(again.get(same)).as(same).isEqualTo(then.get(same));
    }
    assertThat(again.at("/truth/at").asText()).isEqualTo(at);
    assertThat(ok(province + "/measures?at=" + at, Position.NONE).at("/measures"))
        .isEqualTo(JSON.readTree(measures(3)));
  }

  @Test
  void whatHappenedByADayCountsAndTheEvidenceNamesWhatCameLater() throws Exception {
    Position published =
        paca.publish(
            List.of(
                audit("thang-sau", 1, "49", "2022-06-30", 2),
                audit("thang-bay", 1, "49", "2022-07-01", 7)));
    String evidence = "/v1/assessments/2022/provinces/49/criteria/C.1.1/evidence";
    JsonNode all = ok(evidence, published);
    JsonNode june = ok(evidence + "?until=2022-06-30", published);

    assertThat(all.at("/measures/audits.corruptionCases").asInt()).isEqualTo(9);
    assertThat(june.at("/measures/audits.corruptionCases").asInt()).isEqualTo(2);
    assertThat(june.findValuesAsText("reportId")).containsExactly("thang-sau", "thang-bay");
    assertThat(june.at("/reports/1/notCounted/code").asText()).isEqualTo("LATER");
    assertThat(june.get("points").decimalValue()).isLessThan(all.get("points").decimalValue());
  }

  @Test
  void byTheSameVersionNothingIsOtherwiseAndOneThatNeverWasIsRefused() throws Exception {
    Position published = paca.publish(List.of(audit("phien-ban", 1, "38", "2022-03-03", 4)));
    JsonNode now = ok("/v1/assessments/2022/ranking", published);
    JsonNode first = ok("/v1/assessments/2022/ranking?rubric=1", published);
    assertThat(first.get("rows")).isEqualTo(now.get("rows"));
    assertThat(first.get("mean")).isEqualTo(now.get("mean"));

    HttpResponse<String> refused = paca.get("/v1/assessments/2022/ranking?rubric=9", Position.NONE);
    assertThat(refused.statusCode()).isEqualTo(404);
    assertThat(refused.body()).contains("no version 9 of the rubric of 2022", "there are 1");
  }

  @Test
  void aDraftWithAnotherWindowIsJudgedByTheInput() throws Exception {
    Position published = paca.publish(List.of(audit("ngoai-ky", 1, "40", "2022-12-20", 5)));
    ok("/v1/assessments/2022/ranking", published);
    String draft =
        Files.readString(RunningPaca.file(2022))
            .replace("version: 1", "version: 2")
            .replace("to: 2022-12-15", "to: 2022-12-31");
    JsonNode diff = JSON.readTree(paca.post("/v1/assessments/2022/diff", draft).body());
    JsonNode ngheAn = null;
    for (JsonNode each : diff.get("provinces")) {
      ngheAn = each.get("province").asText().equals("40") ? each : ngheAn;
    }
    assertThat(ngheAn).as(diff.toString()).isNotNull();
    assertThat(ngheAn.at("/total/now").isNull()).isTrue();
    assertThat(ngheAn.at("/total/then").decimalValue()).isPositive();
  }

  @Test
  void aReportThatNoRubricCoversIsShownWaiting() throws Exception {
    ok(
        "/v1/assessments/2022/ranking",
        paca.publish(List.of(audit("cho/2019", 1, "46", "2019-05-04", 3))));
    JsonNode report = ok("/v1/reports/audits/thanh-tra-thu-nghiem/cho%2F2019", Position.NONE);
    assertThat(report.get("counts")).isEmpty();
    assertThat(report.at("/notCounted/0/reason/code").asText()).isEqualTo("NO_WINDOW");
    assertThat(report.at("/revisions/0/provinceName").asText()).isEqualTo("Thừa Thiên Huế");
    JsonNode uncounted = ok("/v1/uncounted", Position.NONE);
    assertThat(uncounted.at("/reasons/0/code").asText()).isEqualTo("NO_WINDOW");
    assertThat(uncounted.findValuesAsText("reportId")).contains("cho/2019");
  }

  @Test
  void aTimeThatCannotBeReadIsRefused() throws Exception {
    HttpResponse<String> refused =
        paca.get("/v1/assessments/2022/ranking?at=2022-06-30T17:00", Position.NONE);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("such as 2022-06-30T17:00:00+07:00");
  }

  private static String measures(int cases) {
    return """
        {"audits.inspections": 40, "audits.corruptionCases": %d, "audits.reports": 1,
         "audits.inspection.inspections": 40, "audits.inspection.corruptionCases": %d,
         "audits.inspection.reports": 1}"""
        .formatted(cases, cases);
  }

  private static JsonNode ok(String path, Position covering) throws Exception {
    HttpResponse<String> response = paca.get(path, covering);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return JSON.readTree(response.body());
  }

  private static Audit audit(String id, long revision, String province, String day, long cases) {
    return Audit.newBuilder()
        .setReportId(id)
        .setRevision(revision)
        .setAgency("thanh-tra-thu-nghiem")
        .setAgencyKind(AgencyKind.INSPECTORATE)
        .setProvince(province)
        .setOccurredOn(LocalDate.parse(day))
        .setChannel(AuditChannel.INSPECTION)
        .setInspections(40L)
        .setCorruptionCases(cases)
        .build();
  }
}
