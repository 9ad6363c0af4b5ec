package dev.paca.streams.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTest {
  private static final String PATH = "/v1/assessments/2022/provinces/94";
  private static final String TOKEN = "paca.audits-2@123, paca.denunciations-0@7";

  /** Covers nothing until a test says so, and remembers what it was asked. */
  private static final class Gate implements Coverage {
    private final CompletableFuture<Map<TopicPartition, Long>> open = new CompletableFuture<>();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final AtomicReference<Map<TopicPartition, Long>> offsets = new AtomicReference<>();
    private final AtomicReference<Duration> deadline = new AtomicReference<>();

    @Override
    public CompletionStage<Map<TopicPartition, Long>> uncovered(
        Map<TopicPartition, Long> wanted, Duration atMost) {
      offsets.set(wanted);
      deadline.set(atMost);
      asked.countDown();
      return open;
    }
  }

  @Test
  void anAnswerWaitsUntilItCoversItsPosition() throws Exception {
    Gate gate = new Gate();
    try (Service service = Service.with(gate)) {
      CompletableFuture<HttpResponse<String>> answer =
          CompletableFuture.supplyAsync(() -> service.get(PATH, "Paca-Position", TOKEN));
      assertThat(gate.asked.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(answer).isNotDone();

      gate.open.complete(Map.of());

      assertThat(answer.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
      assertThat(gate.deadline.get()).isEqualTo(Duration.ofSeconds(5));
      assertThat(gate.offsets.get())
          .containsOnly(
              Map.entry(new TopicPartition("paca.audits", 2), 123L),
              Map.entry(new TopicPartition("paca.denunciations", 0), 7L));
    }
  }

  @Test
  void anAnswerThatComesTooLateSaysWhichPositionIsMissing() {
    Gate gate = new Gate();
    gate.open.complete(Map.of(new TopicPartition("paca.audits", 2), 123L));
    try (Service service = Service.with(gate)) {
      HttpResponse<String> answer = service.get(PATH + "?wait=250", "Paca-Position", TOKEN);

      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).contains("1");
      assertThat(Service.json(answer).get("code").asText()).isEqualTo("UNAVAILABLE");
      assertThat(Service.json(answer).get("detail").asText())
          .contains("paca.audits-2@123")
          .doesNotContain("denunciations");
      assertThat(gate.deadline.get()).isEqualTo(Duration.ofMillis(250));
    }
  }

  @Test
  void whileAnInstanceStopsWhoWaitsIsAnsweredAndWhoAsksIsToldToTryAgain() throws Exception {
    Gate gate = new Gate();
    Service service = Service.with(gate);
    CompletableFuture<HttpResponse<String>> waiting =
        CompletableFuture.supplyAsync(() -> service.get(PATH, "Paca-Position", TOKEN));
    assertThat(gate.asked.await(20, TimeUnit.SECONDS)).isTrue();

    CompletableFuture<Void> stopping = CompletableFuture.runAsync(service::close);
    HttpResponse<String> refused = service.get(PATH);
    while (refused.statusCode() == 200) {
      refused = service.get(PATH);
    }
    gate.open.complete(Map.of());

    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.headers().firstValue("Retry-After")).contains("1");
    assertThat(Service.json(refused).get("code").asText()).isEqualTo("UNAVAILABLE");
    assertThat(waiting.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    stopping.get(20, TimeUnit.SECONDS);
  }

  @Test
  void aCoverageThatNeverAnswersHoldsNobodyForEver() {
    try (Service service = Service.with(new Gate())) {
      assertThat(service.get(PATH + "?wait=0", "Paca-Position", TOKEN).statusCode()).isEqualTo(503);
    }
  }

  @Test
  void aRefusalAfterTheWaitIsTheSameAsWithoutOne() {
    Gate gate = new Gate();
    gate.open.complete(Map.of());
    try (Service service = Service.with(gate)) {
      String unknown = "/v1/assessments/2022/provinces/Atlantis";
      HttpResponse<String> waited = service.get(unknown, "Paca-Position", TOKEN);

      assertThat(waited.statusCode()).isEqualTo(404);
      assertThat(waited.body()).isEqualTo(service.get(unknown).body());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "paca.audits@1",
        "paca.audits-2@",
        "paca.audits-2@-1",
        "paca.audits-2@1,",
        "@",
        "paca.audits-2@99999999999999999999",
        "other.topic-0@1"
      })
  void aTokenThatIsNoneIsRefusedWithWhatOneLooksLike(String token) {
    try (Service service = Service.start()) {
      HttpResponse<String> answer = service.get(PATH, "Paca-Position", token);

      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(Service.json(answer).get("detail").asText())
          .contains("Paca-Position", "paca.audits-2@123");
    }
  }

  @Test
  void severalHeaderLinesAreOnePosition() {
    Gate gate = new Gate();
    gate.open.complete(Map.of());
    try (Service service = Service.with(gate)) {
      service.get(PATH, "Paca-Position", "paca.audits-2@123", "Paca-Position", "paca.audits-1@5");

      assertThat(gate.offsets.get().values()).containsExactlyInAnyOrder(123L, 5L);
    }
  }

  @Test
  void ofAPartitionNamedTwiceTheHigherOffsetCounts() {
    assertThat(PositionToken.parse("paca.audits-2@5,paca.audits-2@3").format())
        .isEqualTo("paca.audits-2@5");
  }
}
