package dev.paca.faults.fault;

import dev.paca.faults.installation.Instance;
import java.time.Duration;

/** The process of one instance is gone from one moment to the next, and started again. */
final class KillInstance implements Fault {
  @Override
  public String name() {
    return "kill-instance";
  }

  @Override
  public String what() {
    return "SIGKILL of one instance, started again at once or after the others took over";
  }

  @Override
  public int times() {
    return 3;
  }

  @Override
  public void strike(Scene scene) throws InterruptedException {
    Instance hit = scene.anyone();
    hit.kill();
    // The group gives its tasks to others after 10 s: sometimes it is back before that.
    boolean atOnce = scene.dice().nextBoolean();
    scene.hold(Duration.ZERO, Duration.ofSeconds(atOnce ? 2 : 14));
    hit.start();
  }
}
