package dev.paca.cli.up;

import dev.paca.cli.console.CommandFailed;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** A port on 127.0.0.1 for a part that will listen there. */
final class Port {
  private Port() {}

  /**
   * The port asked for, or a free one for 0; fails in one line when it is taken, before anything
   * else was started in vain.
   *
   * @param option the option that chooses it
   */
  static int choose(int asked, String option) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), asked));
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new CommandFailed(
          "port " + asked + " is taken; choose another with " + option + " PORT (0: a free one)",
          e);
    }
  }
}
