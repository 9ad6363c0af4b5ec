package dev.paca.faults.fault;

import dev.paca.faults.network.TcpProxy;
import java.time.Duration;
import java.util.List;

/** Connections break in the middle of requests: nobody knows whether they arrived. */
final class ResetNetwork implements Fault {
  private static final int RESETS = 20;

  @Override
  public String name() {
    return "reset-network";
  }

  @Override
  public String what() {
    return RESETS + " times, each connection between one instance and the brokers is reset";
  }

  @Override
  public void strike(Scene scene) throws InterruptedException {
    List<TcpProxy> line = scene.installation().line();
    for (int i = 0; i < RESETS; i++) {
      line.forEach(TcpProxy::reset);
      scene.hold(Duration.ofMillis(50), Duration.ofSeconds(1));
    }
  }
}
