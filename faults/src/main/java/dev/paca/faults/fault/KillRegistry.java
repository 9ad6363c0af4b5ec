package dev.paca.faults.fault;

import dev.paca.faults.installation.Instance;
import dev.paca.local.LocalProcess;
import java.time.Duration;

/** Instances that know the schemas go on; one that starts meanwhile, or meets a new id, waits. */
final class KillRegistry implements Fault {
  @Override
  public String name() {
    return "kill-registry";
  }

  @Override
  public String what() {
    return "SIGKILL of the registry, of an instance too while it is gone, and its return";
  }

  @Override
  public void strike(Scene scene) throws InterruptedException {
    LocalProcess registry = scene.installation().cluster().registry();
    registry.kill();
    scene.hold(Duration.ofSeconds(3), Duration.ofSeconds(10));
    Instance hit = scene.anyone();
    hit.kill();
    scene.hold(Duration.ZERO, Duration.ofSeconds(12));
    registry.restart();
    hit.start();
  }
}
