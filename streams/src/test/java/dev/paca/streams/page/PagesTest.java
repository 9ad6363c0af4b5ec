package dev.paca.streams.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.problems.ProblemCode;
import dev.paca.streams.query.QueryRefused;
import dev.paca.streams.serving.FixtureRubrics;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {
  private static final Pattern ROW = Pattern.compile("<tr data-row=\"(\\d+)\"[^>]*>");
  private static final Pattern STYLE_SHEET = Pattern.compile("href=\"(/static/[^\"]+\\.css)\"");

  private final HttpClient client = HttpClient.newHttpClient();
  private FixtureServer server;

  @BeforeEach
  void start() {
    server = new FixtureServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void theRootLeadsToTheLatestYearThatHasScores() throws Exception {
    assertThat(get("/").headers().firstValue("Location")).hasValue("/2025");
    assertThat(get("/?lang=en").headers().firstValue("Location")).hasValue("/2025?lang=en");
  }

  @Test
  void aProvinceByNameLeadsToItsCode() throws Exception {
    assertThat(get("/2022/S%C3%B3c%20Tr%C4%83ng?lang=en").headers().firstValue("Location"))
        .hasValue("/2022/94?lang=en");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/2022",
        "/2022/94",
        "/2022/94/C",
        "/2022/94/C.1.1",
        "/2022/93",
        "/2026",
        "/2022/what-if",
        "/2025/92",
        "/matters/12/2022/HSST",
        "/2019",
        "/nothing"
      })
  void everyViewKeepsTheBrowserToThisServer(String path) throws Exception {
    HttpResponse<String> answer = get(path);
    assertThat(answer.headers().firstValue("Content-Security-Policy"))
        .hasValue(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src"
                + " 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
    assertThat(answer.body())
        .contains("<html lang=\"vi\"")
        .doesNotContain(" style=")
        .doesNotContain("<script>")
        .doesNotContain("<td></td>")
        .doesNotContain("null");
  }

  @Test
  void anUnknownYearProvinceOrCriterionSaysWhatExists() throws Exception {
    assertThat(get("/2019").statusCode()).isEqualTo(404);
    assertThat(get("/2019").body()).contains("href=\"/2022\"", "href=\"/2021\"");
    assertThat(get("/2022/77777?lang=en").body())
        .contains("no province “77777” in 2022", "href=\"/2022/66?lang=en\">Đắk Lắk");
    assertThat(get("/2022/94/Z.9").statusCode()).isEqualTo(404);
    assertThat(get("/2022/94/Z.9").body()).contains("href=\"/2022/94/C.1.1\"");
    assertThat(get("/matters/none").statusCode()).isEqualTo(404);
  }

  @Test
  void whoHasBeenSilentForLongIsSeenAtAGlance() throws Exception {
    String page = get("/freshness?lang=en").body();

    assertThat(page).contains("1 province never reported.", "Civil enforcement");
    assertThat(page.indexOf("/freshness/01?lang=en"))
        .as("the longest silent first")
        .isPositive()
        .isLessThan(page.indexOf("/freshness/92?lang=en"));
    assertThat(page).containsPattern("silent-4\">1\\d\\d<").contains("silent-never\">never<");
    assertThat(get("/2022?lang=en").body()).contains("href=\"/freshness?lang=en\"");
    assertThat(get("/2022/freshness").headers().firstValue("Location")).hasValue("/freshness");
  }

  @Test
  void theAgenciesOfAProvinceAndThoseThatAreMissedAreNamed() throws Exception {
    assertThat(get("/freshness/can%20tho").headers().firstValue("Location"))
        .hasValue("/freshness/92");
    assertThat(get("/freshness/92").body())
        .contains("cong-an-tinh-94", "thanh-tra-tinh-92", "<li>Tòa án</li>")
        .contains("Còn ít nhất 3 cơ quan khác");
    assertThat(get("/freshness/94").statusCode()).isEqualTo(404);
  }

  @Test
  void noErrorPageShowsTheTextOfAnException() throws Exception {
    server.queries.refusal =
        Optional.of(new QueryRefused(ProblemCode.UNAVAILABLE, "store secret-7 is rebalancing"));
    HttpResponse<String> away = get("/2022");
    assertThat(away.statusCode()).isEqualTo(503);
    assertThat(away.headers().firstValue("Retry-After")).isPresent();
    assertThat(away.body()).contains("Tạm thời chưa trả lời được").doesNotContain("secret-7");
    server.queries.refusal = Optional.of(new QueryRefused(ProblemCode.INTERNAL, "secret-8 broke"));
    HttpResponse<String> broken = get("/2022?lang=en");
    assertThat(broken.statusCode()).isEqualTo(500);
    assertThat(broken.body()).contains("An error on our side").doesNotContain("secret-8");
  }

  @Test
  void whatAReaderTypesIsNeverMarkup() throws Exception {
    assertThat(get("/2022?q=%3Cscript%3Ealert(1)%3C/script%3E").body())
        .doesNotContain("<script>alert")
        .contains("&lt;script&gt;alert(1)");
  }

  @Test
  void theAddressSortsAndSearchesWithoutScripts() throws Exception {
    List<String> byName = rows(get("/2022?sort=name").body());
    assertThat(byName.get(0)).isEqualTo("89"); // An Giang
    assertThat(byName.get(62)).isEqualTo("15"); // Yên Bái
    assertThat(rows(get("/2022?sort=-name").body()).get(0)).isEqualTo("15");
    assertThat(rows(get("/2022?sort=-total").body()).get(62))
        .as("nothing yet is last")
        .isEqualTo("93");
    String found = get("/2022?q=soc%20trang").body();
    assertThat(found.split("data-sought=\"[^\"]*\" hidden", -1)).hasSize(63);
    assertThat(found).contains("1 trên 63");
  }

  @Test
  void whoLooksAtThePastIsToldSoAndStaysThere() throws Exception {
    String ranking = get("/2022?until=2022-06-30&at=2023-02-01&rubric=1&lang=en").body();
    assertThat(ranking)
        .contains("Not what is served now.")
        .contains("Only what occurred by 30 Jun 2022 counts.")
        .contains("received by 1 Feb 2023 counts")
        .contains("By version 1 of the rubric.")
        .contains("href=\"/2022?lang=en\"")
        .contains("href=\"/2022/94?until=2022-06-30&amp;at=2023-02-01&amp;rubric=1&amp;lang=en\"")
        .contains("href=\"/2021?until=2022-06-30&amp;at=2023-02-01&amp;lang=en\"")
        .contains("<input type=\"hidden\" name=\"until\" value=\"2022-06-30\">")
        .contains("/v1/assessments/2022/ranking?until=2022-06-30&amp;at=2023-02-01&amp;rubric=1")
        .doesNotContain("data-live-state");
    assertThat(get("/2022/94/C.1.1?until=2022-06-30").body())
        .contains("Không phải số liệu hiện tại.")
        .contains("xảy ra đến hết ngày 30/06/2022");
    assertThat(get("/2022").body()).doesNotContain("Không phải số liệu hiện tại.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"until=30/6/2022", "at=yesterday", "rubric=x", "until=<script>"})
  void aTimeThatCannotBeReadIsRefusedWithWhatWouldBeRight(String query) throws Exception {
    String encoded = query.replace("<", "%3C").replace(">", "%3E");
    HttpResponse<String> answer = get("/2022/94?lang=en&" + encoded);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("A day is written 2022-06-30")
        .contains("href=\"/2022/94?lang=en\"")
        .doesNotContain(query);
  }

  @Test
  void aTimeWithItsOffsetNeedNotBeEncoded() throws Exception {
    assertThat(get("/2022?lang=en&at=2023-02-01T00:00:00+07:00").body())
        .contains("at=2023-02-01T00%3A00%3A00%2B07%3A00");
  }

  @Test
  void provincesThatShareARankSayItWithASign() throws Exception {
    assertThat(get("/2022").body().split(">=\\d+</td>", -1)).hasSize(3);
  }

  @Test
  void staleNumbersSaySinceWhen() throws Exception {
    assertThat(get("/2022").body()).doesNotContain("class=\"stale\"");
    server.queries.ageMs = 180_000;
    assertThat(get("/2022").body())
        .contains("class=\"stale\"", "Số liệu cũ: tin mới nhất từ 3 phút trước.");
  }

  @Test
  void whatReportsGaveAddsUpToWhatIsShown() throws Exception {
    String page = get("/2022/94/C.1.1").body();
    assertThat(page).contains("audits.corruptionCases<b> = 7</b>", "illustrative");
    assertThat(page.replaceAll("\\s+", " "))
        .contains(
            "data-row=\"sum\"><th scope=\"row\" class=\"name\" colspan=\"3\">Cộng</th> <td class=\"n total\">7</td>");
    assertThat(page).contains("không nêu", "nhận sau thời hạn", "href=\"/matters/12/2022/HSST\"");
  }

  @Test
  void styleSheetAndScriptsAreKeptForAsLongAsTheyAreTheSame() throws Exception {
    Matcher link = STYLE_SHEET.matcher(get("/2022").body());
    assertThat(link.find()).isTrue();
    assertThat(get(link.group(1)).headers().firstValue("Cache-Control"))
        .hasValue("public, max-age=31536000, immutable");
    HttpResponse<String> old = get("/static/000000000000/page.css");
    assertThat(old.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(get("/static/000000000000/../texts_vi.properties").statusCode()).isEqualTo(404);
  }

  @Test
  void otherAddressesOfTheServerAreLeftAlone() throws Exception {
    assertThat(get("/v1/known").body()).isEqualTo("{}");
    assertThat(get("/v1/unknown").body()).doesNotContain("<html");
  }

  private static List<String> rows(String page) {
    List<String> rows = new ArrayList<>();
    Matcher row = ROW.matcher(page);
    while (row.find()) {
      rows.add(row.group(1));
    }
    return rows;
  }

  @Test
  void aDraftThatIsRefusedSaysSoInItsStatusToo() throws Exception {
    assertThat(tried("yaml=" + encoded(FixtureRubrics.draft())).statusCode()).isEqualTo(200);
    HttpResponse<String> wrong = tried("yaml=rubric%3A+paca%0D%0A%3Cscript%3E");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("&lt;script&gt;").doesNotContain("<script>");
    HttpResponse<String> other =
        tried(
            "yaml=" + encoded(FixtureRubrics.draft().replace("to: 2022-12-15", "to: 2022-12-31")));
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(other.body()).contains("thời kỳ tính điểm là 2021-12-16 – 2022-12-31");
  }

  @Test
  void aDraftLargerThanAnyRubricIsRefused() throws Exception {
    HttpResponse<String> large = tried("yaml=" + "x".repeat(600_000));
    assertThat(large.statusCode()).isEqualTo(413);
    assertThat(large.body()).contains("500.000 byte");
    assertThat(tried("yaml=" + "x".repeat(2_000_000)).statusCode()).isEqualTo(413);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpResponse<String> tried(String form) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(server.url() + "/2022/what-if"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(server.url() + path))
            .header("Accept", "text/html")
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
