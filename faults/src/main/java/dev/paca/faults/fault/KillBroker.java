package dev.paca.faults.fault;

import dev.paca.local.LocalProcess;
import java.time.Duration;

/** The broker that coordinates most transactions is gone, in the middle of them. */
final class KillBroker implements Fault {
  @Override
  public String name() {
    return "kill-broker";
  }

  @Override
  public String what() {
    return "SIGKILL of the broker that coordinates most transactions, and its return";
  }

  @Override
  public int times() {
    return 2;
  }

  @Override
  public void strike(Scene scene) throws InterruptedException {
    LocalProcess hit = Coordinators.ofMostTransactions(scene.installation());
    hit.kill();
    scene.hold(Duration.ofSeconds(2), Duration.ofSeconds(15));
    hit.restart();
  }
}
