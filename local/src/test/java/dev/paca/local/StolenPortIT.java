package dev.paca.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody else binds a port after it was chosen and before the child does. */
class StolenPortIT {
  @TempDir private Path dataDir;
  private LocalOptions options;
  private ServerSocket thief;

  @BeforeEach
  void steal() throws IOException {
    DataFolder.take(dataDir).close();
    options = LocalOptions.in(dataDir);
    thief = new ServerSocket(0, 1, InetAddress.getByName(Ports.HOST));
  }

  @AfterEach
  void release() throws IOException {
    thief.close();
  }

  @Test
  void theBrokerIsKnownToHaveFailedForItsPort() {
    BrokerNode node =
        new BrokerNode(options, 1, List.of(thief.getLocalPort()), Ports.free(1), List.of());
    String clusterId = ClusterIdentity.of(dataDir, 1).id();
    assertThatThrownBy(() -> node.start(Distribution.find(), clusterId))
        .isInstanceOf(LocalFailure.PortTaken.class);
  }

  @Test
  void theRegistryIsKnownToHaveFailedForItsPort() {
    RegistryServer registry = new RegistryServer(options, thief.getLocalPort());
    assertThatThrownBy(() -> registry.start(Distribution.find()))
        .isInstanceOf(LocalFailure.PortTaken.class);
  }

  @Test
  void itIsTriedAgainOnAnotherPort() {
    Iterator<Integer> choices = List.of(thief.getLocalPort(), 0).iterator();
    int used =
        Ports.retryingWhenTaken(
            () -> {
              int choice = choices.next();
              if (choice == thief.getLocalPort()) {
                throw new LocalFailure.PortTaken("port taken");
              }
              return choice;
            });
    assertThat(used).isZero();
  }
}
