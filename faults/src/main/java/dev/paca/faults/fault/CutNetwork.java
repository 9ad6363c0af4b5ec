package dev.paca.faults.fault;

import dev.paca.faults.network.TcpProxy;
import java.time.Duration;
import java.util.List;

/**
 * An instance runs on but no byte passes between it and any broker, for longer than the group waits
 * (10 s); when the line is whole again it goes on with what others do by then.
 */
final class CutNetwork implements Fault {
  @Override
  public String name() {
    return "cut-network";
  }

  @Override
  public String what() {
    return "nothing passes between one instance and the brokers for 11 to 20 s";
  }

  @Override
  public int times() {
    return 2;
  }

  @Override
  public void strike(Scene scene) throws InterruptedException {
    List<TcpProxy> line = scene.installation().line();
    line.forEach(TcpProxy::cut);
    try {
      scene.hold(Duration.ofSeconds(11), Duration.ofSeconds(20));
    } finally {
      line.forEach(TcpProxy::heal);
    }
  }
}
