package dev.paca.streams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paca.producers.files.FilePublisher;
import dev.paca.producers.files.FileResult;
import dev.paca.producers.files.Progress;
import dev.paca.producers.form.ReportRules;
import dev.paca.producers.publish.ReportPublisher;
import dev.paca.reports.AgencyKind;
import dev.paca.reports.Audit;
import dev.paca.reports.AuditChannel;
import dev.paca.reports.ReportStatus;
import dev.paca.topics.Position;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The whole way, from files and records on a real broker to the answers of the query service. */
@TestMethodOrder(MethodOrderer.MethodName.class)
class StreamsServiceIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  @TempDir static Path folder;
  private static RunningPaca paca;
  private static Position sample = Position.NONE;

  @BeforeAll
  static void publishTheSample() throws Exception {
    paca = RunningPaca.start(folder);
    try (ReportPublisher publisher = ReportPublisher.open(paca.settings());
        Stream<Path> files = Files.list(Path.of("..", "samples", "national"))) {
      FilePublisher publishing =
          new FilePublisher(paca.settings(), publisher, ReportRules.standard());
      for (Path file :
          files.filter(f -> f.toString().matches(".*-20\\d\\d\\.csv")).sorted().toList()) {
        FileResult result = publishing.publish(file, Optional.empty(), Progress.NONE);
        assertThat(result.refused()).as(file.toString()).isEmpty();
        assertThat(result.problems()).as(file.toString()).isEmpty();
        sample = sample.plus(result.position());
      }
    }
  }

  @AfterAll
  static void stop() {
    paca.close();
  }

  @Test
  void theNationalSampleIsRankedAsPublished() throws Exception {
    JsonNode ranking = ok("/v1/assessments/2022/ranking", sample);

    assertThat(ranking.get("rows")).hasSize(63);
    assertThat(ranking.get("mean").decimalValue()).isEqualByComparingTo("66.06");
    assertThat(row(ranking, 0)).isEqualTo("1 Vĩnh Phúc 77.95");
    assertThat(row(ranking, 1)).isEqualTo("2 Tiền Giang 77.72");
    assertThat(row(ranking, 2)).isEqualTo("3 Hồ Chí Minh 77.28");
    assertThat(row(ranking, 7)).isEqualTo("8 Sóc Trăng 72.46");
    assertThat(ranking.get("rows").get(7).get("previousRank").asInt()).isEqualTo(9);
    assertThat(row(ranking, 62)).isEqualTo("63 Phú Yên 50.02");
  }

  @Test
  void aProvinceIsFoundByItsNameWithoutMarks() throws Exception {
    JsonNode province = ok("/v1/assessments/2022/provinces/thua%20thien%20hue", sample);

    assertThat(province.get("name").asText()).isEqualTo("Thừa Thiên Huế");
    assertThat(province.get("province").asText()).isEqualTo("46");
  }

  @Test
  void evidenceAddsUpToThePointsOfEveryComputedCriterion() throws Exception {
    JsonNode province = ok("/v1/assessments/2022/provinces/94", sample);
    int computed = 0;
    for (JsonNode criterion : province.get("criteria")) {
      if (criterion.get("formula").isNull()) {
        continue;
      }
      computed++;
      String code = criterion.get("code").asText();
      JsonNode evidence =
          ok("/v1/assessments/2022/provinces/94/criteria/" + code + "/evidence", sample);
      assertThat(evidence.get("settled").asBoolean()).as(code).isTrue();
      assertThat(evidence.get("computed").decimalValue())
          .as(code)
          .isEqualByComparingTo(criterion.get("computed").decimalValue());
      assertThat(sums(evidence)).as(code).isEqualTo(evidence.get("measures").toString());
    }
    assertThat(computed).isGreaterThan(5);
  }

  @Test
  void theMeasuresOfAProvinceAreThoseOfItsEvidence() throws Exception {
    String path = "/v1/assessments/2022/provinces/94";
    JsonNode measures = ok(path + "/measures", sample).get("measures");
    int compared = 0;
    for (JsonNode criterion : ok(path, sample).get("criteria")) {
      if (!criterion.get("formula").isNull()) {
        String code = criterion.get("code").asText();
        JsonNode evidence = ok(path + "/criteria/" + code + "/evidence", sample).get("measures");
        for (var measure : evidence.properties()) {
          compared++;
          assertThat(measures.path(measure.getKey()).asLong())
              .as(measure.getKey())
              .isEqualTo(measure.getValue().asLong());
        }
      }
    }
    assertThat(compared).isGreaterThan(10);
  }

  @Test
  void aSumBeyond64BitsIsExact() throws Exception {
    List<Audit> audits = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      audits.add(
          Audit.newBuilder(audit("large-" + i, 1, "11", 0))
              .setViolationVnd(9_000_000_000_000_000_001L)
              .build());
    }
    Position position = paca.publish(audits);

    JsonNode measures = ok("/v1/assessments/2024/provinces/11/measures", position);
    assertThat(measures.get("measures").get("audits.violationVnd").toString())
        .isEqualTo("27000000000000000003");
    assertThat(paca.get("/v1/assessments/2024/provinces/11/measures", position).headers())
        .satisfies(headers -> assertThat(headers.firstValue("Paca-Position")).isPresent());
  }

  @Test
  void aCorrectionMayMoveAReportAndARetractionTakesItBack() throws Exception {
    String dakLak = "/v1/assessments/2024/provinces/66";
    String hue = "/v1/assessments/2024/provinces/46";
    String before = scores(ok(dakLak, sample)) + scores(ok(hue, sample));

    Position first = paca.publish(List.of(audit(1, "66", ReportStatus.REPORTED)));
    assertThat(scores(ok(dakLak, first)) + scores(ok(hue, first))).isNotEqualTo(before);
    String inDakLak = scores(ok(dakLak, first));

    Position moved = paca.publish(List.of(audit(2, "46", ReportStatus.REPORTED)));
    assertThat(scores(ok(hue, moved))).isEqualTo(inDakLak);
    Position repeated =
        paca.publish(
            List.of(audit(2, "46", ReportStatus.REPORTED), audit(1, "66", ReportStatus.REPORTED)));
    assertThat(scores(ok(hue, repeated))).isEqualTo(inDakLak);

    Position retracted = paca.publish(List.of(audit(3, "46", ReportStatus.RETRACTED)));
    assertThat(scores(ok(dakLak, retracted)) + scores(ok(hue, retracted))).isEqualTo(before);
  }

  @Test
  void theSameRevisionWithOtherContentIsRejectedAndChangesNothing() throws Exception {
    Position first = paca.publish(List.of(audit("conflicting", 1, "66", 1)));
    String before = scores(ok("/v1/assessments/2024/provinces/66", first));

    Position second = paca.publish(List.of(audit("conflicting", 1, "66", 500)));

    assertThat(scores(ok("/v1/assessments/2024/provinces/66", second))).isEqualTo(before);
    assertThat(RejectedReports.codes(paca.settings())).contains("REVISION_CONFLICT");
  }

  @Test
  void zAfterARestartTheAnswersAreTheSame() throws Exception {
    String ranking = ok("/v1/assessments/2022/ranking", sample).get("rows").toString();
    String evidence =
        ok("/v1/assessments/2022/provinces/94/criteria/C.1.1/evidence", sample)
            .get("reports")
            .toString();

    paca.stopService();
    paca.startService();

    assertThat(ok("/v1/assessments/2022/ranking", sample).get("rows").toString())
        .isEqualTo(ranking);
    assertThat(
            ok("/v1/assessments/2022/provinces/94/criteria/C.1.1/evidence", sample)
                .get("reports")
                .toString())
        .isEqualTo(evidence);
  }

  @Test
  void zzStoresThatTheDiskHasSpoiltAreRestoredAndNobodyMustDeleteThem() throws Exception {
    String path = "/v1/assessments/2022/provinces/94/criteria/C.1.1/evidence";
    String evidence = ok(path, sample).get("reports").toString();
    paca.stopService();
    try (Stream<Path> files = Files.walk(paca.stateFolder())) {
      List<Path> tables = files.filter(file -> file.toString().endsWith(".sst")).toList();
      assertThat(tables).isNotEmpty();
      for (Path table : tables) {
        Files.write(table, new byte[64]);
      }
    }

    paca.startService();

    assertThat(ok(path, sample).get("reports").toString()).isEqualTo(evidence);
  }

  private static JsonNode ok(String path, Position covering) throws Exception {
    var response = paca.get(path, covering);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return JSON.readTree(response.body());
  }

  private static String row(JsonNode ranking, int index) {
    JsonNode row = ranking.get("rows").get(index);
    return row.get("rank").asInt()
        + " "
        + row.get("name").asText()
        + " "
        + row.get("total").asText();
  }

  private static String scores(JsonNode province) {
    return province.get("total") + " " + province.get("criteria").findValuesAsText("points");
  }

  /** The reports' measures summed, in the order of the evidence's own. */
  private static String sums(JsonNode evidence) {
    var sums = JSON.createObjectNode();
    evidence
        .get("measures")
        .fieldNames()
        .forEachRemaining(
            measure -> {
              long sum = 0;
              for (JsonNode report : evidence.get("reports")) {
                sum += report.get("measures").path(measure).asLong();
              }
              sums.put(measure, sum);
            });
    return sums.toString();
  }

  private static Audit audit(long revision, String province, ReportStatus status) {
    return Audit.newBuilder(audit("moving", revision, province, 12)).setStatus(status).build();
  }

  private static Audit audit(String id, long revision, String province, long cases) {
    return Audit.newBuilder()
        .setReportId(id)
        .setRevision(revision)
        .setAgency("thanh-tra-thu-nghiem")
        .setAgencyKind(AgencyKind.INSPECTORATE)
        .setProvince(province)
        .setOccurredOn(LocalDate.of(2024, 6, 30))
        .setChannel(AuditChannel.INSPECTION)
        .setInspections(40L)
        .setCorruptionCases(cases)
        .build();
  }
}
