package dev.paca.streams.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenApiTest {
  private static final String PROVINCE = "/v1/assessments/{year}/provinces/{province}";
  private static Service service;
  private static JsonNode document;

  @BeforeAll
  static void start() {
    service = Service.start();
    service.checks.add(new Readiness.Check("hydrated", true, "all read"));
    document = service.json("/openapi.json");
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void everyRouteIsDescribedAndNothingElse() {
    List<String> described = new ArrayList<>();
    document.get("paths").fieldNames().forEachRemaining(described::add);

    assertThat(document.get("openapi").asText()).isEqualTo("3.1.0");
    assertThat(described).containsExactlyInAnyOrderElementsOf(service.paths());
  }

  @Test
  void everyFixedFieldOfTheContractIsPromised() {
    Map<String, List<String>> fixed =
        Map.of(
            "Ranking", List.of("year", "rubricVersion", "of", "mean", "rows"),
            "RankingRow", List.of("rank", "province", "name", "total", "previousRank"),
            "Province",
                List.of(
                    "year",
                    "province",
                    "name",
                    "total",
                    "max",
                    "rank",
                    "of",
                    "previousRank",
                    "rubricVersion",
                    "parts",
                    "criteria",
                    "weak"),
            "Part", List.of("code", "points", "max", "mean"),
            "Criterion", List.of("code", "name", "points", "max", "mean", "basis"),
            "Evidence", List.of("code", "formula", "points", "measures", "reports"),
            "Report",
                List.of(
                    "type",
                    "agency",
                    "reportId",
                    "revision",
                    "occurredOn",
                    "measures",
                    "warnings"));
    fixed.forEach(
        (schema, fields) -> {
          List<String> required = new ArrayList<>();
          document
              .at("/components/schemas/" + schema + "/required")
              .forEach(field -> required.add(field.asText()));
          assertThat(required).as(schema).containsAll(fields);
        });
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    List<JsonNode> references = document.findValues("$ref");
    assertThat(references).isNotEmpty();
    for (JsonNode reference : references) {
      assertThat(document.at(reference.asText().substring(1)).isMissingNode())
          .as(reference.asText())
          .isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/assessments, /v1/assessments, 200",
    "/v1/assessments/{year}/ranking, /v1/assessments/2022/ranking, 200",
    PROVINCE + ", /v1/assessments/2022/provinces/94, 200",
    PROVINCE + "/criteria/{code}, /v1/assessments/2022/provinces/94/criteria/C.1.1, 200",
    PROVINCE
        + "/criteria/{code}/evidence,"
        + " /v1/assessments/2022/provinces/94/criteria/C.1.1/evidence, 200",
    PROVINCE + "/measures, /v1/assessments/2022/provinces/94/measures, 200",
    PROVINCE + "/history, /v1/assessments/2022/provinces/94/history, 200",
    "/v1/assessments/{year}/rubrics, /v1/assessments/2022/rubrics, 200",
    "/v1/assessments/{year}/rubrics/{version}, /v1/assessments/2022/rubrics/2, 200",
    "/v1/assessments/{year}/rubrics/{version}, /v1/assessments/2022/rubrics/7, 404",
    "/v1/assessments/{year}/rubrics/{version}, /v1/assessments/2022/rubrics/one, 400",
    "/v1/matters/{id}, /v1/matters/VA-1, 200",
    "/v1/reports/{type}/{agency}/{id}, /v1/reports/audits/TTR-01/KL-1, 200",
    "/v1/reports/{type}/{agency}/{id}, /v1/reports/audits/TTR-01/KL-2, 404",
    "/v1/uncounted, /v1/uncounted, 200",
    "/health/live, /health/live, 200",
    "/health/ready, /health/ready, 200",
    PROVINCE + ", /v1/assessments/2022/provinces/Atlantis, 404",
    PROVINCE + ", /v1/assessments/x/provinces/94, 400",
    PROVINCE + ", /v1/assessments/2022/provinces/later, 503",
  })
  void everyAnswerHasTheShapeThatIsPromised(String route, String path, String status) {
    JsonNode responses = document.get("paths").get(route).get("get").get("responses");
    ShapeCheck shapes = new ShapeCheck(document);
    JsonNode content = shapes.resolved(responses.get(status)).get("content");
    String type = status.equals("200") ? "application/json" : "application/problem+json";

    var answer = service.get(path);

    assertThat(answer.statusCode()).isEqualTo(Integer.parseInt(status));
    assertThat(shapes.faults(Service.json(answer), content.get(type).get("schema"), "$")).isEmpty();
  }

  @Test
  void anEventHasTheShapeThatIsPromised() throws Exception {
    try (EventReader reader = service.follow("/v1/stream")) {
      service.feed.add(2022, "94", 1);
      JsonNode data = Service.JSON.readTree(reader.next().data());

      assertThat(
              new ShapeCheck(document)
                  .faults(data, document.at("/components/schemas/ScoreChange"), "$"))
          .isEmpty();
    }
  }

  @Test
  void theShapeCheckItselfFindsWhatIsWrong() throws Exception {
    JsonNode wrong = Service.JSON.readTree("{\"vi\": 1, \"es\": \"x\"}");

    assertThat(new ShapeCheck(document).faults(wrong, document.at("/components/schemas/Name"), "$"))
        .hasSize(3);
  }
}
