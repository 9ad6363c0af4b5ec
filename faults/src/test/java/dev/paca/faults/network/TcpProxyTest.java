package dev.paca.faults.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TcpProxyTest {
  /** Long for bytes on one machine, short for a person. */
  private static final int A_WHILE_MS = 300;

  private static final int PATIENCE_MS = 20_000;

  private ServerSocket target;
  private TcpProxy proxy;

  /** Both ends of a connection through the proxy. */
  private record Line(Socket client, Socket server) implements AutoCloseable {
    void say(int letter) throws IOException {
      client.getOutputStream().write(letter);
    }

    void answer(int letter) throws IOException {
      server.getOutputStream().write(letter);
    }

    int heardByServer(int patienceMs) throws IOException {
      server.setSoTimeout(patienceMs);
      return server.getInputStream().read();
    }

    int heardByClient(int patienceMs) throws IOException {
      client.setSoTimeout(patienceMs);
      return client.getInputStream().read();
    }

    @Override
    public void close() throws IOException {
      client.close();
      server.close();
    }
  }

  @BeforeEach
  void listen() throws IOException {
    target = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"));
    target.setSoTimeout(PATIENCE_MS);
    proxy = TcpProxy.open();
    proxy.forwardTo(new InetSocketAddress("127.0.0.1", target.getLocalPort()));
  }

  @AfterEach
  void close() throws IOException {
    proxy.close();
    target.close();
  }

  private Socket client() throws IOException {
    return new Socket("127.0.0.1", proxy.port());
  }

  private Line line() throws IOException {
    Socket client = client();
    return new Line(client, target.accept());
  }

  @Test
  void bytesPassBothWaysAndAnEndIsPassedOn() throws IOException {
    try (Line line = line()) {
      line.say('a');
      assertThat(line.heardByServer(PATIENCE_MS)).isEqualTo('a');
      line.answer('b');
      assertThat(line.heardByClient(PATIENCE_MS)).isEqualTo('b');

      line.client().shutdownOutput();
      assertThat(line.heardByServer(PATIENCE_MS)).isEqualTo(-1);
      line.answer('c');
      assertThat(line.heardByClient(PATIENCE_MS)).as("the other way is open yet").isEqualTo('c');
    }
    await().until(() -> proxy.connections() == 0);
  }

  @Test
  void aCutLineHangsWithoutAWordAndLosesNothing() throws IOException {
    try (Line line = line()) {
      proxy.cut();
      line.say('a');
      line.answer('b');
      assertThatThrownBy(() -> line.heardByServer(A_WHILE_MS))
          .isInstanceOf(SocketTimeoutException.class);
      assertThatThrownBy(() -> line.heardByClient(A_WHILE_MS))
          .isInstanceOf(SocketTimeoutException.class);

      proxy.heal();
      assertThat(line.heardByServer(PATIENCE_MS)).isEqualTo('a');
      assertThat(line.heardByClient(PATIENCE_MS)).isEqualTo('b');
    }
  }

  @Test
  void aConnectionMadeWhileTheLineIsCutHangsToo() throws IOException {
    proxy.cut();
    try (Socket client = client()) {
      client.getOutputStream().write('a');
      client.setSoTimeout(A_WHILE_MS);
      assertThatThrownBy(() -> client.getInputStream().read())
          .isInstanceOf(SocketTimeoutException.class);

      proxy.heal();
      try (Socket server = target.accept()) {
        assertThat(server.getInputStream().read()).isEqualTo('a');
      }
    }
  }

  @Test
  void aResetTellsBothEndsAndTheNextConnectionPasses() throws IOException {
    try (Line line = line()) {
      line.say('a');
      assertThat(line.heardByServer(PATIENCE_MS)).isEqualTo('a');
      proxy.reset();
      assertThatThrownBy(() -> line.heardByClient(PATIENCE_MS)).isInstanceOf(SocketException.class);
      assertThatThrownBy(() -> line.heardByServer(PATIENCE_MS)).isInstanceOf(SocketException.class);
    }
    try (Line next = line()) {
      next.say('b');
      assertThat(next.heardByServer(PATIENCE_MS)).isEqualTo('b');
    }
  }

  @Test
  void whereTheTargetIsGoneTheClientIsToldAndWhenItIsBackServed() throws IOException {
    int port = target.getLocalPort();
    target.close();
    try (Socket client = client()) {
      client.setSoTimeout(PATIENCE_MS);
      assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketException.class);
    }
    target = new ServerSocket();
    target.setReuseAddress(true);
    target.bind(new InetSocketAddress("127.0.0.1", port));
    try (Line line = line()) {
      line.say('a');
      assertThat(line.heardByServer(PATIENCE_MS)).isEqualTo('a');
    }
  }
}
