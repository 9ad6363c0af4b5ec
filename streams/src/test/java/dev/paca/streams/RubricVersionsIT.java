package dev.paca.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paca.reports.AgencyKind;
import dev.paca.reports.Audit;
import dev.paca.reports.AuditChannel;
import dev.paca.settings.ClientSettings;
import dev.paca.streams.recount.TopicReader;
import dev.paca.topics.Position;
import dev.paca.topics.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Versions of a rubric on a real broker: published, rolled back, refused, kept over restarts. */
class RubricVersionsIT {
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
  void aRollbackGivesTheFirstScoresAgainWithoutARestart() throws Exception {
    OfYear rubric = OfYear.read(2022);
    Position report = paca.publish(List.of(rubric.audit()));
    String before = scores(ok(rubric.province(), report));

    JsonNode foreseen = rubric.foreseen();

    rubric.publish(2, rubric.second());
    rubric.await(2);
    JsonNode after = ok(rubric.province(), report);
    assertThat(scores(after)).isNotEqualTo(before);
    assertThat(foreseen.at("/total/then").asText()).isEqualTo(after.get("total").asText());
    assertThat(foreseen.at("/rank/then").asText()).isEqualTo(after.get("rank").asText());
    assertThat(scores(ok(rubric.province() + "?rubric=1", report)))
        .as("by the version that was in force before")
        .isEqualTo(before);

    rubric.publish(1, rubric.first());
    rubric.await(1);
    assertThat(scores(ok(rubric.province(), report))).isEqualTo(before);
    assertThat(rubric.changes()).containsExactly("v1 by report", "v2 by rubric", "v1 by rubric");
  }

  @Test
  void aVersionWithOtherContentChangesNothingAndTheNextOneIsAdopted() throws Exception {
    OfYear rubric = OfYear.read(2021);
    Position report = paca.publish(List.of(rubric.audit()));
    String before = scores(ok(rubric.province(), report));

    rubric.publish(1, rubric.forged());
    rubric.publish(3, rubric.third());
    rubric.await(3);

    assertThat(scores(ok(rubric.province(), report))).isEqualTo(before);
  }

  @Test
  void aVersionWithAnotherWindowMovesItsYearInOneStep() throws Exception {
    OfYear rubric = OfYear.read(2024);
    // Three reports in different partitions, all of them only in the second version's window.
    List<Audit> outside = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      outside.add(
          Audit.newBuilder(rubric.audit())
              .setReportId("ngoai-ky-" + i)
              .setOccurredOn(LocalDate.of(2024, 12, 20))
              .setCorruptionCases(1L)
              .build());
    }
    Position reports = paca.publish(outside);
    assertThat(ok(rubric.province(), reports).get("rank").isNull()).isTrue();

    rubric.publish(
        2, OfYear.numbered(rubric.first(), 2).replace("to: 2024-12-15", "to: 2024-12-31"));
    rubric.await(2);

    JsonNode after = ok(rubric.province(), reports);
    assertThat(after.get("rank").asInt()).isEqualTo(1);
    assertThat(ok(rubric.province() + "/measures", reports).at("/measures/audits.corruptionCases"))
        .hasToString("12");
    // Partition by partition it would have passed through fewer cases, and lower points.
    assertThat(ok(rubric.province() + "/history?criterion=C.1.1", reports)).hasSize(1);
  }

  @Test
  void aVersionWithOtherProvincesAndCriteriaLeavesNothingOfTheOldBehind() throws Exception {
    OfYear rubric = OfYear.read(2025);
    Audit march = Audit.newBuilder(rubric.audit()).setOccurredOn(LocalDate.of(2025, 3, 1)).build();
    Position reports = paca.publish(List.of(march));
    String ranking = rubric.path() + "/ranking";
    assertThat(ok(ranking, reports).get("of").asInt()).isEqualTo(34);

    rubric.publish(
        2,
        OfYear.numbered(rubric.first(), 2)
            .replaceFirst("(?m)^provincesAsOf: .*$", "provincesAsOf: 2025-03-01"));
    rubric.await(2, "/provinces/94");

    assertServedAsFolded(ranking, reports, 63);

    rubric.publish(1, rubric.first());
    rubric.await(1, "/provinces/92");
    assertServedAsFolded(ranking, reports, 34);
    try (TopicReader scores =
        TopicReader.open(Topics.PROVINCE_SCORES, ClientSettings.kafka(paca.settings()))) {
      Map<String, Boolean> said = new HashMap<>();
      scores.readTo(
          scores.committedEnds(),
          each -> said.put(new String(each.key(), UTF_8), each.value() != null));
      assertThat(said).containsEntry("2025/92", true).containsEntry("2025/94", false);
    }
  }

  private static void assertServedAsFolded(String ranking, Position reports, int of)
      throws Exception {
    JsonNode served = ok(ranking, reports);
    JsonNode folded = ok(ranking + "?at=2100-01-01", reports);
    assertThat(served.get("of").asInt()).isEqualTo(of);
    assertThat(served.get("mean")).isEqualTo(folded.get("mean"));
    assertThat(served.get("parts")).isEqualTo(folded.get("parts"));
    for (String same : List.of("province", "rank", "total", "basis", "previousRank")) {
      assertThat(served.get("rows").findValuesAsText(same))
          .as(same)
          .isEqualTo(folded.get("rows").findValuesAsText(same));
    }
  }

  @Test
  void aRestartReadsTheSameHistory() throws Exception {
    OfYear rubric = OfYear.read(2023);
    Position report = paca.publish(List.of(rubric.audit()));
    String before = scores(ok(rubric.province(), report));
    rubric.publish(2, rubric.second());
    rubric.await(2);
    rubric.publish(1, rubric.first());
    rubric.await(1);

    paca.stopService();
    paca.startService();
    rubric.publish(1, rubric.forged());
    rubric.publish(2, rubric.second());
    rubric.await(2);
    rubric.publish(3, rubric.third());
    rubric.await(3);

    assertThat(scores(ok(rubric.province(), report))).isEqualTo(before);
    JsonNode publications = ok(rubric.path() + "/rubrics", Position.NONE);
    assertThat(publications.findValuesAsText("version"))
        .containsExactly("1", "2", "1", "1", "2", "3");
    assertThat(publications.findValuesAsText("adopted"))
        .containsExactly("true", "true", "true", "false", "true", "true");
    assertThat(ok(rubric.path() + "/rubrics/1", Position.NONE).get("yaml").asText())
        .isEqualTo(rubric.first());
    assertThat(ok(rubric.path() + "/rubrics/2", Position.NONE).get("yaml").asText())
        .isEqualTo(rubric.second());
  }

  /** One year's rubric, and a second version with another formula. */
  private record OfYear(int year, String first, String second) {
    static OfYear read(int year) throws Exception {
      String first = Files.readString(RunningPaca.file(year));
      String second =
          numbered(first, 2)
              .replace("audits.corruptionCases >= 3 ? 4.0", "audits.corruptionCases >= 3 ? 5.5");
      assertThat(second).contains("corruptionCases >= 3 ? 5.5").contains("version: 2");
      return new OfYear(year, first, second);
    }

    private static String numbered(String yaml, int version) {
      return yaml.replaceFirst("(?m)^version: [0-9]+$", "version: " + version);
    }

    /** The second's content under the first's number. */
    String forged() {
      return numbered(second, 1);
    }

    /** The first's content under a new number. */
    String third() {
      return numbered(first, 3);
    }

    String path() {
      return "/v1/assessments/" + year;
    }

    String province() {
      return path() + "/provinces/94";
    }

    void publish(int version, String yaml) throws Exception {
      paca.publishRubric(year, version, yaml);
    }

    void await(int version) {
      await(version, "/provinces/94");
    }

    /** Also where the province is none of the year's before. */
    void await(int version, String province) {
      Awaitility.await()
          .atMost(RunningPaca.PATIENCE)
          .until(
              () ->
                  JSON.readTree(paca.get(path() + province, Position.NONE).body())
                          .path("rubricVersion")
                          .asInt()
                      == version);
    }

    /** What the second version is said to change for the province, before it is published. */
    JsonNode foreseen() throws Exception {
      var response = paca.post(path() + "/diff", second);
      assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
      for (JsonNode province : JSON.readTree(response.body()).get("provinces")) {
        if (province.get("province").asText().equals("94")) {
          return province;
        }
      }
      throw new AssertionError(response.body());
    }

    /** Of C.1.1: which version made each change, and why. */
    List<String> changes() throws Exception {
      List<String> changes = new ArrayList<>();
      for (JsonNode change : ok(province() + "/history?criterion=C.1.1", Position.NONE)) {
        changes.add(
            "v%d by %s"
                .formatted(
                    change.get("rubricVersion").asInt(),
                    change.get("byRubric").asBoolean() ? "rubric" : "report"));
      }
      return changes;
    }

    Audit audit() {
      return Audit.newBuilder()
          .setReportId("phien-ban-" + year)
          .setRevision(1L)
          .setAgency("thanh-tra-thu-nghiem")
          .setAgencyKind(AgencyKind.INSPECTORATE)
          .setProvince("94")
          .setOccurredOn(LocalDate.of(year, 6, 30))
          .setChannel(AuditChannel.INSPECTION)
          .setInspections(40L)
          .setCorruptionCases(3L)
          .build();
    }
  }

  private static String scores(JsonNode province) {
    return province.get("total") + " " + province.get("criteria").findValuesAsText("points");
  }

  private static JsonNode ok(String path, Position covering) throws Exception {
    var response = paca.get(path, covering);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return JSON.readTree(response.body());
  }
}
