package dev.paca.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalClusterIT {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @TempDir private Path dataDir;

  @Test
  void offsetsAndSchemaIdsOutliveARestart() throws Exception {
    LocalOptions options = LocalOptions.in(dataDir);
    String idOfInt;
    try (LocalCluster cluster = LocalCluster.start(options)) {
      Clients.createTopic(cluster, "reports");
      assertThat(Clients.send(cluster, "reports", "first")).isZero();
      assertThat(Clients.get(cluster, "/config")).contains("BACKWARD");
      Clients.register(cluster, "other-value", "\\\"string\\\"");
      idOfInt = Clients.register(cluster, "reports-value", "\\\"int\\\"");
      Clients.put(cluster, "/config", "{\"compatibility\":\"FULL\"}");
    }
    try (LocalCluster again = LocalCluster.start(options)) {
      assertThat(Clients.endOffset(again, "reports")).isEqualTo(1);
      assertThat(Clients.send(again, "reports", "second")).isEqualTo(1);
      assertThat(Clients.register(again, "reports-value", "\\\"int\\\"")).isEqualTo(idOfInt);
      assertThat(Clients.get(again, "/config")).as("a rule once set stays").contains("FULL");

      String idOfLong = Clients.register(again, "more-value", "\\\"long\\\"");
      again.registry().kill();
      again.registry().restart();
      assertThat(Clients.register(again, "more-value", "\\\"long\\\""))
          .as("an id given just before SIGKILL")
          .isEqualTo(idOfLong)
          .isNotEqualTo(idOfInt);
    }
  }

  @Test
  void noChildOutlivesItsParent() throws Exception {
    try (ParentProcess parent = ParentProcess.start(dataDir)) {
      assertThatThrownBy(() -> LocalCluster.start(LocalOptions.in(dataDir)))
          .isInstanceOf(LocalFailure.class)
          .hasMessageContaining("in use by process " + parent.pid());

      parent.sigkill();
      // At once: the new children wait for the old ones to be gone.
      try (ParentProcess next = ParentProcess.start(dataDir)) {
        assertThat(parent.children()).noneMatch(ProcessHandle::isAlive);
        assertThat(next.children()).hasSize(2).allMatch(ProcessHandle::isAlive);

        next.sigterm();
        assertThat(next.children()).noneMatch(ProcessHandle::isAlive);
        assertThat(Files.readString(dataDir.resolve("logs/broker-1.log")))
            .as("the broker closed its files")
            .contains("shut down completed");
      }
    }
  }

  @Test
  void threeBrokersSurviveTheLossOfOne() throws Exception {
    List<Integer> proxies = Ports.free(3);
    LocalOptions options =
        LocalOptions.in(dataDir)
            .withBrokers(3)
            .withoutRegistry()
            .withProxies(proxies)
            .withBrokerSetting("broker.session.timeout.ms", "3000")
            .withBrokerSetting("broker.heartbeat.interval.ms", "500");
    try (LocalCluster cluster = LocalCluster.start(options)) {
      Clients.createTopic(cluster, "reports");
      assertThat(cluster.behindProxies()).hasSize(3);
      assertThat(Clients.replicaPorts(cluster.behindProxies().get(0), "reports"))
          .as("whoever comes through a proxy is sent through proxies")
          .containsExactlyInAnyOrderElementsOf(proxies);
      LocalProcess second = cluster.brokers().get(1);

      second.kill();
      assertThat(second.isAlive()).isFalse();
      assertThat(Clients.send(cluster, "reports", "with two")).isZero();

      second.restart();
      await().atMost(MINUTE).until(() -> Clients.inSyncReplicas(cluster, "reports") == 3);
      LocalProcess third = cluster.brokers().get(2);
      third.pause();
      assertThat(third.isAlive()).isTrue();
      assertThat(Clients.send(cluster, "reports", "with one that hangs")).isEqualTo(1);
      third.resume();
      await().atMost(MINUTE).until(() -> Clients.inSyncReplicas(cluster, "reports") == 3);
    }
    assertThatThrownBy(() -> LocalCluster.start(LocalOptions.in(dataDir)))
        .hasMessageContaining("holds the data of 3 brokers, not 1");
    assertThatThrownBy(() -> LocalCluster.start(options.withProxies(proxies.subList(0, 2))))
        .hasMessageContaining("2 proxies for 3 brokers: each needs one");
  }

  @Test
  void aFailureSaysWhichPartAndQuotesItsLog() throws Exception {
    LocalOptions options = LocalOptions.in(dataDir).withoutRegistry();
    assertThatThrownBy(
            () -> LocalCluster.start(options.withBrokerSetting("log.segment.bytes", "many")))
        .isInstanceOf(LocalFailure.class)
        .hasMessageContaining("broker-1")
        .hasMessageContaining("broker-1.log")
        .hasMessageContaining("many");
    assertThatThrownBy(() -> LocalCluster.start(options.withStartTimeout(Duration.ofMillis(1))))
        .isInstanceOf(LocalFailure.class)
        .hasMessageContaining("broker-1");
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      assertThatThrownBy(() -> LocalCluster.start(options.withPorts(taken.getLocalPort(), 0)))
          .hasMessageContaining("port %d on 127.0.0.1 is in use".formatted(taken.getLocalPort()));
    }
  }
}
