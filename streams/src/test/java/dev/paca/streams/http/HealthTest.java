package dev.paca.streams.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.paca.streams.feed.ScoreChangeFeed;
import io.micrometer.core.instrument.Gauge;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class HealthTest {

  @Test
  void anInstanceIsReadyOnlyWhenEveryCheckIs() {
    try (Service service = Service.start()) {
      service.checks.add(new Readiness.Check("hydrated", true, "all read"));
      assertThat(service.get("/health/ready").statusCode()).isEqualTo(200);

      service.checks.add(new Readiness.Check("caught up", false, "300 offsets behind"));
      HttpResponse<String> ready = service.get("/health/ready");

      assertThat(ready.statusCode()).isEqualTo(503);
      assertThat(service.send("HEAD", "/health/ready").statusCode()).isEqualTo(503);
      JsonNode body = Service.json(ready);
      assertThat(body.get("ready").asBoolean()).isFalse();
      assertThat(body.at("/checks/1/name").asText()).isEqualTo("caught up");
      assertThat(body.at("/checks/1/detail").asText()).isEqualTo("300 offsets behind");
      assertThat(service.get("/health/live").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aFeedThatStillReadsOrIsFarBehindIsNotReady() {
    try (Service service = Service.start()) {
      service.feed.set(new ScoreChangeFeed.State(false, OptionalLong.of(0), Optional.empty()));
      assertThat(service.get("/health/ready").body()).contains("still reading");
      assertThat(service.get("/health/ready").statusCode()).isEqualTo(503);

      service.feed.set(new ScoreChangeFeed.State(true, OptionalLong.of(50_000), Optional.empty()));
      assertThat(service.get("/health/ready").body()).contains("50000 offsets behind");
      assertThat(service.get("/health/ready").statusCode()).isEqualTo(503);

      service.feed.set(new ScoreChangeFeed.State(true, OptionalLong.of(3), Optional.empty()));
      assertThat(service.get("/health/ready").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void requestsAreTimedByRouteAndNotByPath() {
    QueryServerOptions options =
        QueryServerOptions.onPort(0)
            .withMeters(
                List.of(registry -> Gauge.builder("paca.test", () -> 42).register(registry)));
    try (Service service = Service.with(options)) {
      service.get("/v1/assessments/2022/provinces/94");
      service.get("/v1/assessments/2022/provinces/Atlantis");
      service.get("/whatever/anybody/likes");

      HttpResponse<String> metrics = service.get("/metrics");

      assertThat(metrics.headers().firstValue("Content-Type"))
          .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain; version=0.0.4"));
      assertThat(metrics.body())
          .contains("uri=\"/v1/assessments/{year}/provinces/{province}\"")
          .contains("status=\"404\"", "uri=\"unknown\"")
          .contains("jvm_memory_used_bytes", "paca_test 42.0")
          .doesNotContain("Atlantis", "whatever");
    }
  }
}
