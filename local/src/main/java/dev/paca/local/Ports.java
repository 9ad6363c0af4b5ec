package dev.paca.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Ports on 127.0.0.1. A free port can be taken by somebody else before the child binds it, which
 * shows only when the child fails: so what starts on a chosen port is tried again on another.
 */
final class Ports {
  static final String HOST = "127.0.0.1";
  private static final int TRIES = 5;

  private Ports() {}

  /** Different ports that were free a moment ago. */
  static List<Integer> free(int count) {
    return chosenOrFree(0, count, 0);
  }

  /**
   * So many ports from the one that was asked for, or free ones for 0, and then some more free
   * ones. All are held until the last is found, so that no two are the same.
   */
  static List<Integer> chosenOrFree(int first, int count, int more) {
    List<ServerSocket> held = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        held.add(first == 0 ? free() : chosen(first + i));
      }
      for (int i = 0; i < more; i++) {
        held.add(free());
      }
      return held.stream().map(ServerSocket::getLocalPort).toList();
    } finally {
      held.forEach(Ports::release);
    }
  }

  private static ServerSocket free() {
    try {
      return bind(0);
    } catch (IOException e) {
      throw new LocalFailure("no free port on " + HOST + ": " + e.getMessage(), e);
    }
  }

  private static ServerSocket chosen(int asked) {
    try {
      return bind(asked);
    } catch (IOException e) {
      throw new LocalFailure(
          "port %d on %s is in use by another process: choose another, or 0 for a free one"
              .formatted(asked, HOST),
          e);
    }
  }

  /** Starts something that chooses ports, anew when one of them was taken in the meantime. */
  static <T> T retryingWhenTaken(Supplier<T> start) {
    for (int attempt = 1; ; attempt++) {
      try {
        return start.get();
      } catch (LocalFailure.PortTaken taken) {
        if (attempt == TRIES) {
          throw taken;
        }
      }
    }
  }

  private static ServerSocket bind(int port) throws IOException {
    ServerSocket socket = new ServerSocket();
    socket.setReuseAddress(true);
    try {
      socket.bind(new InetSocketAddress(InetAddress.getByName(HOST), port));
    } catch (IOException e) {
      socket.close();
      throw e;
    }
    return socket;
  }

  private static void release(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new LocalFailure("cannot release a port", e);
    }
  }
}
