package dev.paca.streams.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryServerTest {
  private static final String PROVINCE = "/v1/assessments/2022/provinces/94";
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
  void theRankingHasTheFieldsOfTheContractAndAllProvinces() {
    HttpResponse<String> response = service.get("/v1/assessments/2022/ranking");

    assertThat(response.statusCode()).isEqualTo(200);
    JsonNode ranking = Service.json(response);
    assertThat(fields(ranking)).contains("year", "rubricVersion", "of", "mean", "rows");
    assertThat(ranking.get("rows")).hasSize(63);
    for (JsonNode row : ranking.get("rows")) {
      assertThat(fields(row)).contains("rank", "province", "name", "total", "previousRank");
    }
    assertThat(response.body()).contains("\"Đắk Lắk\"", "\"Thừa Thiên Huế\"");
  }

  @Test
  void aRankThatDoesNotExistIsNull() {
    JsonNode rows = service.json("/v1/assessments/2022/ranking").get("rows");

    assertThat(rows.get(62).has("rank")).isTrue();
    assertThat(rows.get(62).get("rank").isNull()).isTrue();
  }

  @Test
  void pointsAreNumbersWithTwoDecimalsWhateverTheirScale() {
    String body = service.get(PROVINCE).body();

    assertThat(body).contains("\"max\":100.00", "\"points\":21.50", "\"mean\":66.06");
    assertThat(body).doesNotContainPattern("\"(max|points|mean|total)\":\\d+[,}]");
  }

  @Test
  void aProvinceHasTheFieldsOfTheContract() {
    JsonNode province = service.json(PROVINCE);

    assertThat(fields(province))
        .contains(
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
            "weak");
    assertThat(fields(province.at("/parts/0"))).contains("code", "points", "max", "mean");
    assertThat(fields(province.at("/criteria/0")))
        .contains("code", "name", "points", "max", "mean", "basis");
    assertThat(fields(province.at("/criteria/0/name"))).containsExactly("vi", "en");
  }

  @ParameterizedTest
  @ValueSource(strings = {"94", "S%C3%B3c%20Tr%C4%83ng", "soc%20trang", "STR", "soc+trang"})
  void aProvinceIsFoundByWhatPeopleCallIt(String text) {
    JsonNode province = service.json("/v1/assessments/2022/provinces/" + text);

    if (text.contains("+")) {
      assertThat(province.get("code").asText())
          .as("a plus in a path is a plus")
          .isEqualTo("NOT_FOUND");
    } else {
      assertThat(province.get("name").asText()).isEqualTo("Sóc Trăng");
    }
  }

  @Test
  void evidenceHasTheFieldsOfTheContract() {
    JsonNode evidence = service.json(PROVINCE + "/criteria/C.1.1/evidence");

    assertThat(fields(evidence)).contains("code", "formula", "points", "measures", "reports");
    assertThat(fields(evidence.at("/reports/0")))
        .contains("type", "agency", "reportId", "revision", "occurredOn", "measures", "warnings");
    assertThat(evidence.at("/measures/audits.corruptionCases").asLong()).isEqualTo(3);
  }

  @Test
  void oneCriterionIsTheSameAsInItsProvince() {
    assertThat(service.json(PROVINCE + "/criteria/C.1.1"))
        .isEqualTo(service.json(PROVINCE).at("/criteria/0"));
  }

  @Test
  void historyIsOfTheTotalOrOfOneCriterion() {
    assertThat(service.json(PROVINCE + "/history").at("/0/criterion").asText()).isEqualTo("TOTAL");
    assertThat(service.json(PROVINCE + "/history?criterion=C.1.1").at("/0/criterion").asText())
        .isEqualTo("C.1.1");
  }

  @Test
  void aMattersNumberMayHoldSlashesAndMarks() {
    assertThat(service.json("/v1/matters/VA-12%2F2022%2FTTr-%C4%90").get("matterId").asText())
        .isEqualTo("VA-12/2022/TTr-Đ");
  }

  @Test
  void anAnswerNamesTheInputItCovers() {
    assertThat(service.get(PROVINCE).headers().firstValue("Paca-Position"))
        .as("the last offset covered, and nothing of a partition where nothing is")
        .contains("paca.audits-2@123");
  }

  @Test
  void dataIsNeverKeptByCachesNorShownInFrames() {
    HttpResponse<String> response = service.get("/v1/assessments");

    assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(response.headers().firstValue("Content-Security-Policy"))
        .contains("default-src 'none'; frame-ancestors 'none'");
    assertThat(response.headers().firstValue("Server")).isEmpty();
  }

  @Test
  void headAnswersAsGetWouldWithoutABody() {
    HttpResponse<String> missing = service.send("HEAD", "/v1/assessments/1999/ranking");

    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(missing.body()).isEmpty();
    assertThat(service.send("HEAD", PROVINCE).statusCode()).isEqualTo(200);
  }

  private static List<String> fields(JsonNode object) {
    return StreamSupport.stream(((Iterable<String>) object::fieldNames).spliterator(), false)
        .toList();
  }
}
