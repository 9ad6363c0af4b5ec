package dev.paca.streams.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.paca.scoring.rubric.RubricText;
import dev.paca.streams.serving.FixtureRubrics;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RubricQuestionsTest {
  private static final String DIFF = "/v1/assessments/2022/diff";
  private static Service service;

  @BeforeAll
  static void start() {
    service = Service.start();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void aDraftIsComparedForEveryProvince() {
    JsonNode diff = answered(post(FixtureRubrics.draft(), "application/yaml"), 200, "Diff");

    assertThat(diff.get("inForce").asInt()).isEqualTo(1);
    assertThat(diff.get("draft").asInt()).isEqualTo(2);
    assertThat(diff.get("published").asBoolean()).isFalse();
    assertThat(diff.get("provinces")).hasSize(63);
    int gains = diff.get("gains").asInt();
    int losses = diff.get("losses").asInt();
    assertThat(gains).isPositive();
    assertThat(losses).isPositive();
    assertThat(gains + losses + diff.get("unchanged").asInt()).isEqualTo(63);
    JsonNode first = diff.get("provinces").get(0);
    assertThat(first.get("criteria").findValuesAsText("code")).containsExactly("C", "C.1", "C.1.1");
    JsonNode leaf = first.get("criteria").get(2);
    assertThat(leaf.get("then").decimalValue().subtract(leaf.get("now").decimalValue()))
        .isEqualByComparingTo(
            first
                .get("total")
                .get("then")
                .decimalValue()
                .subtract(first.get("total").get("now").decimalValue()))
        .isEqualByComparingTo("0.75");
    assertThat(post(FixtureRubrics.draft(), "text/plain; charset=utf-8").headers())
        .satisfies(
            headers ->
                assertThat(headers.firstValue("Paca-Position")).hasValue("paca.audits-2@123"));
  }

  @Test
  void theRubricInForceChangesNothing() {
    JsonNode diff = answered(post(FixtureRubrics.yaml(), "application/yaml"), 200, "Diff");

    assertThat(diff.get("published").asBoolean()).isTrue();
    assertThat(diff.get("unchanged").asInt()).isEqualTo(63);
    assertThat(diff.get("provinces"))
        .allSatisfy(province -> assertThat(province.get("criteria")).isEmpty());
  }

  @Test
  void everyErrorOfTheFileIsSaidWithItsPlace() {
    String wrong =
        FixtureRubrics.draft()
            .replace("version: 2", "version: two")
            .replace("audits.corruptionCases >= 3", "audits.corruptionCase >= 3");
    JsonNode problem = answered(post(wrong, "application/yaml"), 422, "RubricProblem");

    assertThat(problem.get("code").asText()).isEqualTo("BAD_RUBRIC");
    assertThat(problem.get("errors")).hasSize(2);
    assertThat(problem.get("errors").get(0).get("line").asInt()).isPositive();
    assertThat(problem.get("errors").get(1).get("message").asText())
        .isEqualTo("unknown measure audits.corruptionCase; nearest is audits.corruptionCases");
    assertThat(problem.get("detail").asText()).startsWith("2 errors; the first in line ");
  }

  @Test
  void aFileForAnotherYearIsRefusedWhereItSaysSo() {
    String other = FixtureRubrics.yaml().replaceFirst("(?m)^year: 2022$", "year: 2023");
    JsonNode error =
        answered(post(other, "application/yaml"), 422, "RubricProblem").get("errors").get(0);

    assertThat(error.get("message").asText())
        .isEqualTo("this is paca 2023; paca 2022 is asked for");
    List<String> lines = other.lines().toList();
    String line = lines.get(error.get("line").asInt() - 1);
    assertThat(line.substring(error.get("column").asInt() - 1)).isEqualTo("2023");
  }

  @Test
  void aDraftThatCountsOtherReportsIsRefusedWithTheReasons() {
    String other =
        FixtureRubrics.draft()
            .replaceFirst("to: 2022-12-15", "to: 2022-12-31")
            .replace("code: C.1.1", "code: C.1.9");
    JsonNode problem = answered(post(other, "application/yaml"), 422, "RubricProblem");

    assertThat(problem.get("code").asText()).isEqualTo("OTHER_PLACEMENT");
    List<String> codes = new ArrayList<>();
    problem.get("reasons").forEach(reason -> codes.add(reason.get("code").asText()));
    assertThat(codes).containsExactly("WINDOW", "NEW_LEAF");
    assertThat(problem.get("detail").asText()).contains("2022-12-31", "C.1.9");
  }

  @Test
  void aBodyThatIsNoRubricAtAllIsRefused() {
    byte[] large = new byte[RubricText.MAX_BYTES + 1];
    assertThat(service.post(DIFF, large, "Content-Type", "text/plain").statusCode()).isEqualTo(413);
    assertThat(service.post(DIFF, new byte[0]).statusCode()).isEqualTo(422);
    assertThat(service.post(DIFF, new byte[] {(byte) 0xe3}, "Content-Type", "text/plain").body())
        .contains("not UTF-8", "\"line\":1");
    assertThat(post("{}", "application/json").statusCode()).isEqualTo(400);
    assertThat(service.post("/v1/assessments/2019/diff", new byte[0]).statusCode()).isEqualTo(404);
    assertThat(service.get(DIFF).statusCode()).isEqualTo(405);
  }

  @Test
  void everyPublicationIsListedAndEveryAdoptedVersionIsKept() {
    JsonNode all = service.json("/v1/assessments/2022/rubrics");

    assertThat(all.findValuesAsText("version")).containsExactly("1", "1", "2", "1");
    assertThat(all.findValuesAsText("inForce")).containsExactly("false", "false", "false", "true");
    assertThat(all.findValuesAsText("adopted")).containsExactly("true", "false", "true", "true");
    assertThat(all.get(1).get("refused").asText()).contains("published with other content");
    assertThat(all.get(0).get("sha256")).isEqualTo(all.get(3).get("sha256"));
    JsonNode second = service.json("/v1/assessments/2022/rubrics/2");
    assertThat(second.get("yaml").asText()).isEqualTo(FixtureRubrics.second());
    assertThat(service.get("/v1/assessments/2022/rubrics/3").body())
        .contains("no version 3 of the rubric of 2022; there are 1, 2");
  }

  private static HttpResponse<String> post(String yaml, String type) {
    return service.post(DIFF, yaml.getBytes(StandardCharsets.UTF_8), "Content-Type", type);
  }

  private static JsonNode answered(HttpResponse<String> answer, int status, String schema) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    JsonNode document = service.json("/openapi.json");
    JsonNode body = Service.json(answer);
    assertThat(
            new ShapeCheck(document)
                .faults(body, document.at("/components/schemas/" + schema), "$"))
        .isEmpty();
    return body;
  }
}
