package dev.paca.producers.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.paca.local.LocalCluster;
import dev.paca.producers.RunningCluster;
import dev.paca.producers.TopicReader;
import dev.paca.producers.gateway.GatewayClient.Answer;
import dev.paca.settings.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningCluster.class)
class GatewayUnderStressIT {
  private static final String REPORT =
      """
      {"reportId": "S-1", "agency": "gw-stress", "agencyKind": "HOME_AFFAIRS", "province": "94",
       "occurredOn": "2022-06-30", "detected": 1}""";

  private final Settings settings;
  private final LocalCluster cluster;

  GatewayUnderStressIT(Settings settings, LocalCluster cluster) {
    this.settings = settings;
    this.cluster = cluster;
  }

  @Test
  void whileTheBrokerIsSilentReportsAre503AndAfterwardsTheyAreTaken() {
    try (GatewayServer gateway = gateway(settings, 64, Duration.ofSeconds(2))) {
      GatewayClient client = new GatewayClient(gateway);
      assertThat(client.post("conflicts", REPORT).status()).isEqualTo(202);

      cluster.brokers().get(0).pause();
      try {
        Answer answer = client.post("conflicts", REPORT);
        assertUnavailable(answer);
        Answer batch = client.post("conflicts", "[" + REPORT + ", 7]");
        assertUnavailable(batch);
        assertThat(batch.json().at("/results/0/status").asText()).isEqualTo("unavailable");
        assertThat(batch.json().at("/results/1/status").asText()).isNotEqualTo("accepted");
      } finally {
        cluster.brokers().get(0).resume();
      }
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> client.post("conflicts", REPORT).status() == 202);
    }
  }

  @Test
  void withoutARegistryReportsAre503AndItIsNotReady() {
    Settings noRegistry = RunningCluster.settings(cluster.bootstrap(), "http://127.0.0.1:1");
    try (GatewayServer gateway = gateway(noRegistry, 64, Duration.ofSeconds(2))) {
      GatewayClient client = new GatewayClient(gateway);

      assertUnavailable(client.post("conflicts", REPORT));
      Answer ready = client.send(client.to("/health/ready"));
      assertThat(ready.status()).isEqualTo(503);
      assertThat(ready.json().get("registry").asBoolean()).isFalse();
      assertThat(client.send(client.to("/health/live")).status()).isEqualTo(200);
    }
  }

  @Test
  void withoutABrokerReportsAre503AndItIsNotReady() {
    Settings noBroker = RunningCluster.settings("127.0.0.1:1", cluster.registryUrl());
    try (GatewayServer gateway = gateway(noBroker, 64, Duration.ofSeconds(1))) {
      GatewayClient client = new GatewayClient(gateway);

      assertUnavailable(client.post("conflicts", REPORT));
      Answer ready = client.send(client.to("/health/ready"));
      assertThat(ready.status()).isEqualTo(503);
      assertThat(ready.json().get("broker").asBoolean()).isFalse();
    }
  }

  @Test
  void moreRequestsThanItWorksOnAre429() throws IOException {
    try (GatewayServer gateway = gateway(settings, 1, Duration.ofSeconds(20))) {
      GatewayClient client = new GatewayClient(gateway);
      try (Socket slow = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
        send(slow, head(REPORT.length()) + REPORT.substring(0, 10));
        Answer[] answer = new Answer[1];
        await()
            .atMost(Duration.ofSeconds(20))
            .until(
                () -> {
                  answer[0] = client.post("conflicts", REPORT);
                  return answer[0].status() != 202;
                });
        assertThat(answer[0].status()).isEqualTo(429);
        assertThat(answer[0].header("Retry-After")).isEqualTo("1");

        send(slow, REPORT.substring(10));
        assertThat(firstLine(slow)).isEqualTo("HTTP/1.1 202 Accepted");
      }
      assertThat(client.post("conflicts", REPORT).status()).isEqualTo(202);
    }
  }

  @Test
  void closingAnswersWhatIsInWork() throws Exception {
    GatewayServer gateway = gateway(settings, 4, Duration.ofSeconds(20));
    try (Socket slow = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
      String last = REPORT.replace("gw-stress", "gw-closing");
      send(slow, head(last.length()) + last.substring(0, 10));
      await().until(() -> gateway.requestsInWork() == 1);
      Thread closing = new Thread(gateway::close);
      closing.start();
      send(slow, last.substring(10));
      assertThat(firstLine(slow)).isEqualTo("HTTP/1.1 202 Accepted");
      closing.join();
    }
    assertThat(TopicReader.of(settings, "paca.conflicts", "gw-closing")).hasSize(1);
  }

  @Test
  void aMalformedRequestIsAnsweredInOurWords() throws IOException {
    try (GatewayServer gateway = gateway(settings, 4, Duration.ofSeconds(5));
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
      send(socket, "GET /v1/%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

      String answer =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      assertThat(answer)
          .startsWith("HTTP/1.1 400")
          .contains("application/problem+json")
          .contains("urn:paca:problem:bad-request")
          .doesNotContainIgnoringCase("jetty")
          .doesNotContain("Exception");
    }
  }

  private static GatewayServer gateway(Settings settings, int inFlight, Duration deadline) {
    return GatewayServer.start(
        new GatewayConfig(
            settings, "127.0.0.1", 0, ApiKeys.parse("*=all"), 1 << 20, inFlight, deadline));
  }

  private static void assertUnavailable(Answer answer) {
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.header("Retry-After")).isEqualTo("5");
    assertThat(answer.json().get("code").asText()).isEqualTo("UNAVAILABLE");
    assertThat(answer.response().body()).doesNotContain("Exception");
  }

  private static String head(int length) {
    return "POST /v1/reports/conflicts HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer all\r\n"
        + "Content-Type: application/json\r\nContent-Length: "
        + length
        + "\r\n\r\n";
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
  }

  private static String firstLine(Socket socket) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = socket.getInputStream().read(); c >= 0 && c != '\r'; ) {
      line.append((char) c);
      c = socket.getInputStream().read();
    }
    return line.toString();
  }
}
