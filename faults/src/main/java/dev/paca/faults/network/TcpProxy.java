package dev.paca.faults.network;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Listens on a free port of 127.0.0.1 and passes every connection on to a target, which may be
 * named later: a broker must know the port at which it is to be found before it starts.
 *
 * <p>{@link #cut} is a cable pulled: what is on its way, and connections made meanwhile, hang
 * without a word, and after {@link #heal} nothing is lost of them, as TCP would have repeated it. A
 * new connection is taken (no packet filter is at hand) but nothing comes of it.
 */
public final class TcpProxy implements AutoCloseable {
  private final ServerSocket listening;
  private final Gate gate = new Gate();
  private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
  private volatile Optional<InetSocketAddress> target = Optional.empty();

  private TcpProxy(ServerSocket listening) {
    this.listening = listening;
  }

  /** Listens; connections before {@link #forwardTo} are closed. */
  public static TcpProxy open() throws IOException {
    ServerSocket socket = new ServerSocket(0, 200, InetAddress.getByName("127.0.0.1"));
    TcpProxy proxy = new TcpProxy(socket);
    Threads.daemon("proxy-" + socket.getLocalPort(), proxy::accept);
    return proxy;
  }

  /** Where connections from now on go. */
  public TcpProxy forwardTo(InetSocketAddress address) {
    target = Optional.of(address);
    return this;
  }

  public int port() {
    return listening.getLocalPort();
  }

  /** Connections that are open at the moment. */
  public int connections() {
    return connections.size();
  }

  /** From now on no byte passes, in either direction, and nobody is told. */
  public void cut() {
    gate.shut();
  }

  /** Closes every connection with a reset; new ones go where they would. */
  public void reset() {
    connections.forEach(Connection::reset);
  }

  /** Everything passes again, what hung included. */
  public void heal() {
    gate.open();
  }

  @Override
  public void close() throws IOException {
    listening.close();
    reset();
    gate.open();
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        connect(listening.accept());
      } catch (IOException e) {
        if (!listening.isClosed()) {
          throw new IllegalStateException("nothing can be accepted on port " + port(), e);
        }
      }
    }
  }

  private void connect(Socket client) {
    Connection connection = new Connection(client, gate, connections::remove);
    connections.add(connection);
    Threads.daemon(
        "proxy-" + port() + "-" + client.getPort(),
        () -> target.ifPresentOrElse(connection::run, connection::reset));
  }
}
