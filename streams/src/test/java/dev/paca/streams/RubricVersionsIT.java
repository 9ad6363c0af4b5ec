package dev.paca.streams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paca.reports.AgencyKind;
import dev.paca.reports.Audit;
import dev.paca.reports.AuditChannel;
import dev.paca.topics.Position;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Versions of a rubric on a real broker: published, rolled back, refused, kept over restarts. */
@TestMethodOrder(MethodOrderer.MethodName.class)
class RubricVersionsIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int YEAR = 2022;
  private static final String PROVINCE = "/v1/assessments/2022/provinces/94";
  @TempDir static Path folder;
  private static RunningPaca paca;
  private static String first;
  private static String second;

  @BeforeAll
  static void start() throws Exception {
    paca = RunningPaca.start(folder);
    first = Files.readString(RunningPaca.file(YEAR));
    second =
        first
            .replaceFirst("(?m)^version: 1$", "version: 2")
            .replace("audits.corruptionCases >= 3 ? 4.0", "audits.corruptionCases >= 3 ? 5.5");
    assertThat(second).contains("corruptionCases >= 3 ? 5.5").contains("version: 2");
  }

  @AfterAll
  static void stop() {
    paca.close();
  }

  @Test
  void aRollbackGivesTheFirstScoresAgainWithoutARestart() throws Exception {
    Position report = paca.publish(List.of(audit()));
    String before = scores(ok(PROVINCE, report));

    JsonNode foreseen = foreseen();

    paca.publishRubric(YEAR, 2, second);
    awaitVersion(2);
    JsonNode after = ok(PROVINCE, report);
    assertThat(scores(after)).isNotEqualTo(before);
    assertThat(foreseen.at("/total/then").asText()).isEqualTo(after.get("total").asText());
    assertThat(foreseen.at("/rank/then").asText()).isEqualTo(after.get("rank").asText());

    paca.publishRubric(YEAR, 1, first);
    awaitVersion(1);
    assertThat(scores(ok(PROVINCE, report))).isEqualTo(before);
    assertThat(changes()).containsExactly("v1 by report", "v2 by rubric", "v1 by rubric");
  }

  @Test
  void bAVersionWithOtherContentChangesNothingAndTheNextOneIsAdopted() throws Exception {
    String before = scores(ok(PROVINCE, Position.NONE));
    String forged = second.replaceFirst("(?m)^version: 2$", "version: 1");
    paca.publishRubric(YEAR, 1, forged);
    paca.publishRubric(YEAR, 3, first.replaceFirst("(?m)^version: 1$", "version: 3"));
    awaitVersion(3);

    assertThat(scores(ok(PROVINCE, Position.NONE))).isEqualTo(before);
  }

  @Test
  void cARestartReadsTheSameHistory() throws Exception {
    String before = scores(ok(PROVINCE, Position.NONE));
    paca.stopService();
    paca.startService();
    String forged = second.replaceFirst("(?m)^version: 2$", "version: 1");
    paca.publishRubric(YEAR, 1, forged);
    paca.publishRubric(YEAR, 2, second);
    awaitVersion(2);
    paca.publishRubric(YEAR, 3, first.replaceFirst("(?m)^version: 1$", "version: 3"));
    awaitVersion(3);

    assertThat(scores(ok(PROVINCE, Position.NONE))).isEqualTo(before);
    JsonNode publications = ok("/v1/assessments/2022/rubrics", Position.NONE);
    assertThat(publications.findValuesAsText("version"))
        .containsExactly("1", "2", "1", "1", "3", "1", "2", "3");
    assertThat(publications.findValuesAsText("adopted"))
        .containsExactly("true", "true", "true", "false", "true", "false", "true", "true");
    assertThat(ok("/v1/assessments/2022/rubrics/1", Position.NONE).get("yaml").asText())
        .isEqualTo(first);
    assertThat(ok("/v1/assessments/2022/rubrics/2", Position.NONE).get("yaml").asText())
        .isEqualTo(second);
  }

  /** What the second version is said to change for the province, before it is published. */
  private static JsonNode foreseen() throws Exception {
    var response = paca.post("/v1/assessments/2022/diff", second);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    for (JsonNode province : JSON.readTree(response.body()).get("provinces")) {
      if (province.get("province").asText().equals("94")) {
        return province;
      }
    }
    throw new AssertionError(response.body());
  }

  private static void awaitVersion(int version) {
    Awaitility.await()
        .atMost(RunningPaca.PATIENCE)
        .until(() -> ok(PROVINCE, Position.NONE).get("rubricVersion").asInt() == version);
  }

  /** Of C.1.1: which version made each change, and why. */
  private static List<String> changes() throws Exception {
    List<String> changes = new ArrayList<>();
    for (JsonNode change : ok(PROVINCE + "/history?criterion=C.1.1", Position.NONE)) {
      changes.add(
          "v%d by %s"
              .formatted(
                  change.get("rubricVersion").asInt(),
                  change.get("byRubric").asBoolean() ? "rubric" : "report"));
    }
    return changes;
  }

  private static String scores(JsonNode province) {
    return province.get("total") + " " + province.get("criteria").findValuesAsText("points");
  }

  private static JsonNode ok(String path, Position covering) throws Exception {
    var response = paca.get(path, covering);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return JSON.readTree(response.body());
  }

  private static Audit audit() {
    return Audit.newBuilder()
        .setReportId("phien-ban")
        .setRevision(1L)
        .setAgency("thanh-tra-thu-nghiem")
        .setAgencyKind(AgencyKind.INSPECTORATE)
        .setProvince("94")
        .setOccurredOn(LocalDate.of(2022, 6, 30))
        .setChannel(AuditChannel.INSPECTION)
        .setInspections(40L)
        .setCorruptionCases(3L)
        .build();
  }
}
