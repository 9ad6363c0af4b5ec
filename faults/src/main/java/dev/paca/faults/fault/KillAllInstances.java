package dev.paca.faults.fault;

import dev.paca.faults.installation.Instance;
import java.time.Duration;

/** Nobody is left who knows anything but what is on disks and brokers. */
final class KillAllInstances implements Fault {
  @Override
  public String name() {
    return "kill-all-instances";
  }

  @Override
  public String what() {
    return "SIGKILL of all instances at once, then all are started again";
  }

  @Override
  public int times() {
    return 2;
  }

  @Override
  public void strike(Scene scene) throws InterruptedException {
    scene.installation().each(Instance::kill);
    scene.hold(Duration.ZERO, Duration.ofSeconds(3));
    scene.installation().each(Instance::start);
  }
}
