package dev.paca.faults.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.function.Consumer;

/** One connection through the proxy: two sockets, and a thread for each direction. */
final class Connection {
  private static final int BUFFER = 64 * 1024;

  private final Socket client;
  private final Socket server = new Socket();
  private final Gate gate;
  private final Consumer<Connection> whenOver;

  Connection(Socket client, Gate gate, Consumer<Connection> whenOver) {
    this.client = client;
    this.gate = gate;
    this.whenOver = whenOver;
  }

  /** Passes bytes on until either side closes. */
  void run(InetSocketAddress target) {
    try {
      gate.pass();
      server.connect(target);
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      Thread answers =
          Threads.daemon(Thread.currentThread().getName() + "-answers", () -> pump(server, client));
      pump(client, server);
      answers.join();
    } catch (IOException e) {
      // The target is not there: the client learns it as it would without a proxy.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      reset();
    }
  }

  private void pump(Socket from, Socket to) {
    byte[] buffer = new byte[BUFFER];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        gate.pass();
        out.write(buffer, 0, read);
      }
      // An end is passed on like a byte: it waits too.
      gate.pass();
      to.shutdownOutput();
    } catch (IOException e) {
      reset();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      reset();
    }
  }

  /** Both sides are told at once that it is over. */
  void reset() {
    close(client);
    close(server);
    whenOver.accept(this);
  }

  private static void close(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
    } catch (IOException e) {
      // Closed already, or never connected.
    }
    try {
      socket.close();
    } catch (IOException e) {
      throw new IllegalStateException("a socket cannot be closed", e);
    }
  }
}
