package dev.paca.faults.fault;

import dev.paca.faults.installation.Instance;
import java.time.Duration;

/** As an upgrade is done. */
final class RollingRestart implements Fault {
  @Override
  public String name() {
    return "rolling-restart";
  }

  @Override
  public String what() {
    return "one instance after another is stopped (SIGTERM) and started";
  }

  @Override
  public void strike(Scene scene) throws InterruptedException {
    for (Instance each : scene.shuffled()) {
      each.stop();
      each.start();
      scene.hold(Duration.ofSeconds(1), Duration.ofSeconds(3));
    }
  }
}
