package dev.paca.faults.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.paca.scores.ProvinceScore;
import dev.paca.scores.RankedProvince;
import dev.paca.scores.Ranking;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Against servers that say what a test tells them to. */
class QueryProbeTest {
  private static final String RANKING =
      """
      {"year": 2022, "rubricVersion": 1, "of": 2,
       "rows": [{"province": "01", "total": 8.00}, {"province": "94", "total": 7.50}]}""";
  private static final String PROVINCE =
      """
      {"year": 2022, "province": "94", "total": 7.50, "totalIsFinal": false, "criteria": [],
       "parts": [{"points": 7.00}, {"points": 0.50}]}""";
  private static final String EVIDENCE =
      """
      {"code": "C.1.1", "points": 4.00, "measures": {"audits.reports": 2}, "settled": true,
       "behind": null,
       "reports": [{"measures": {"audits.reports": 1}}, {"measures": {"audits.reports": 1}}]}""";
  private static final String REFUSED =
      "{\"status\": 503, \"code\": \"UNAVAILABLE\", \"detail\": \"moving\"}";

  private final List<HttpServer> servers = new ArrayList<>();

  /** One path, one answer; may be changed while it is asked. */
  private final class Instance {
    private final HttpServer server;
    private final Map<Question, String> bodies = new EnumMap<>(Question.class);
    private volatile int status = 200;

    Instance() throws IOException {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 50);
      server.setExecutor(Executors.newCachedThreadPool());
      bodies.put(Question.RANKING, RANKING);
      bodies.put(Question.PROVINCE, PROVINCE);
      bodies.put(Question.EVIDENCE, EVIDENCE);
      for (Question question : Question.values()) {
        server.createContext(
            "/" + question,
            exchange -> {
              String said = status == 503 ? REFUSED : bodies.getOrDefault(question, "{}");
              byte[] body = said.getBytes(StandardCharsets.UTF_8);
              if (status == 503) {
                exchange.getResponseHeaders().add("Retry-After", "1");
              }
              exchange.sendResponseHeaders(status, body.length);
              exchange.getResponseBody().write(body);
              exchange.close();
            });
      }
      server.start();
      servers.add(server);
    }

    Instance says(Question question, String body) {
      bodies.put(question, body);
      return this;
    }

    URI address() {
      return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }
  }

  @AfterEach
  void stop() {
    servers.forEach(server -> server.stop(0));
  }

  private static QueryProbe ask(Question question, Instance... instances) {
    List<URI> all = Stream.of(instances).map(Instance::address).toList();
    return QueryProbe.start(() -> all, Map.of(question, "/" + question));
  }

  private static Answers answers(QueryProbe probe, Question question) {
    return probe.answers().get(question);
  }

  private static void awaitAnswers(QueryProbe probe, Question question, long count) {
    await().until(() -> answers(probe, question).answered() >= count);
  }

  @Test
  void anInstanceThatIsGoneMakesNoGap() throws IOException {
    Instance gone = new Instance();
    Instance there = new Instance();
    gone.server.stop(0);
    try (QueryProbe probe = ask(Question.RANKING, gone, there)) {
      await()
          .until(
              () ->
                  answers(probe, Question.RANKING).unanswered() > 1
                      && answers(probe, Question.RANKING).answered() > 3);
      assertThat(answers(probe, Question.RANKING).longestGap()).isLessThan(Duration.ofSeconds(1));
      assertThat(probe.violations()).isEmpty();
    }
  }

  @Test
  void aRefusalIsAGapUntilTheNextAnswerAndTheMarkForgetsIt() throws IOException {
    Instance only = new Instance();
    try (QueryProbe probe = ask(Question.EVIDENCE, only)) {
      awaitAnswers(probe, Question.EVIDENCE, 1);
      only.status = 503;
      await().until(() -> answers(probe, Question.EVIDENCE).refused() > 2);
      only.status = 200;
      long before = answers(probe, Question.EVIDENCE).answered();
      awaitAnswers(probe, Question.EVIDENCE, before + 1);

      // Three refusals lie two pauses apart.
      assertThat(answers(probe, Question.EVIDENCE).longestGap())
          .isGreaterThan(Question.EVIDENCE.every().multipliedBy(2));
      probe.mark();
      awaitAnswers(probe, Question.EVIDENCE, 1);
      assertThat(answers(probe, Question.EVIDENCE).longestGap())
          .isLessThan(Question.EVIDENCE.every());
      assertThat(probe.violations()).isEmpty();
    }
  }

  @Test
  void aGapThatGoesOnIsMeasured() throws IOException {
    Instance gone = new Instance();
    gone.server.stop(0);
    try (QueryProbe probe = ask(Question.RANKING, gone)) {
      await()
          .until(
              () ->
                  answers(probe, Question.RANKING)
                          .longestGap()
                          .compareTo(Question.RANKING.every().multipliedBy(3))
                      > 0);
      assertThat(answers(probe, Question.RANKING).answered()).isZero();
    }
  }

  @Test
  void aStaleAnswerIsAnAnswerAndCounted() throws IOException {
    Instance only = new Instance();
    only.says(
        Question.EVIDENCE, EVIDENCE.replace("\"behind\": null", "\"behind\": {\"ageMs\": 5}"));
    try (QueryProbe probe = ask(Question.EVIDENCE, only)) {
      await().until(() -> answers(probe, Question.EVIDENCE).stale() > 1);
      assertThat(probe.violations()).isEmpty();
    }
  }

  @Test
  void halfAnswersAreViolations() throws IOException {
    assertWrong(Question.RANKING, RANKING.replace("\"of\": 2", "\"of\": 3"), "ranks 2 of 3");
    assertWrong(Question.RANKING, RANKING.substring(0, 60), "half an answer");
    assertWrong(Question.PROVINCE, PROVINCE.replace("7.00", "6.00"), "parts give 6.5,");
    assertWrong(Question.EVIDENCE, EVIDENCE.replace("reports\": 2", "reports\": 3"), "give 2");
    assertWrong(Question.MATTER, "{\"matterId\": \"VA-1\"}", "lacks reports");
    assertWrong(Question.REPORT, "{}", "lacks agency");
  }

  private void assertWrong(Question question, String body, String what) throws IOException {
    try (QueryProbe probe = ask(question, new Instance().says(question, body))) {
      await().until(() -> !probe.violations().isEmpty());
      assertThat(probe.violations()).allMatch(each -> each.contains(what));
    }
  }

  @Test
  void aFailureThatSaysNotWhyAndALostReportAreViolations() throws IOException {
    Instance only = new Instance();
    only.says(
        Question.REPORT,
        "{\"agency\": \"a\", \"reportId\": \"r\", \"revisions\": [], \"counts\": []}");
    try (QueryProbe probe = ask(Question.REPORT, only)) {
      awaitAnswers(probe, Question.REPORT, 1);
      only.says(Question.REPORT, "{\"status\": 404, \"code\": \"NOT_FOUND\"}").status = 404;
      await().until(() -> probe.violations().stream().anyMatch(v -> v.contains("is unknown now")));
      only.says(Question.REPORT, "{\"status\": 500, \"code\": \"INTERNAL\"}").status = 500;
      await().until(() -> probe.violations().stream().anyMatch(v -> v.contains(": 500,")));
    }
  }

  @Test
  void aTotalThatWasNeverCommittedIsAViolation() throws IOException {
    Instance only = new Instance();
    try (QueryProbe ranking = ask(Question.RANKING, only);
        QueryProbe province = ask(Question.PROVINCE, only)) {
      awaitAnswers(ranking, Question.RANKING, 1);
      awaitAnswers(province, Question.PROVINCE, 1);

      Committed committed = new Committed();
      assertThat(ranking.violations(committed)).hasSize(1);
      assertThat(province.violations(committed)).hasSize(1);
      committed.add(score("94", "7.5"));
      committed.add(
          new Ranking(
              2022, 1, 2, null, List.of(row("94", "7.50"), row("01", "8.00")), Instant.EPOCH));
      assertThat(ranking.violations(committed)).isEmpty();
      assertThat(province.violations(committed)).isEmpty();
    }
  }

  private static RankedProvince row(String province, String total) {
    return new RankedProvince(null, province, new BigDecimal(total), null);
  }

  static ProvinceScore score(String province, String total) {
    return ProvinceScore.newBuilder()
        .setYear(2022)
        .setProvince(province)
        .setTotal(new BigDecimal(total).setScale(2))
        .setMax(new BigDecimal("100.00"))
        .setBasis(dev.paca.scores.Basis.COMPUTED)
        .setRubricVersion(1)
        .setCriteria(List.of())
        .setWeak(List.of())
        .setAsOf(Instant.EPOCH)
        .build();
  }
}
