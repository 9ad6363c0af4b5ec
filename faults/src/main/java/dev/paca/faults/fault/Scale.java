package dev.paca.faults.fault;

import dev.paca.faults.installation.Instance;
import java.time.Duration;
import java.util.List;

/** All tasks move to one instance and spread again. */
final class Scale implements Fault {
  @Override
  public String name() {
    return "scale";
  }

  @Override
  public String what() {
    return "all instances but one are stopped (SIGTERM), then started: 3-1-3";
  }

  @Override
  public void strike(Scene scene) throws InterruptedException {
    List<Instance> shuffled = scene.shuffled();
    List<Instance> leaving = shuffled.subList(1, shuffled.size());
    for (Instance each : leaving) {
      each.stop();
      scene.hold(Duration.ofSeconds(1), Duration.ofSeconds(4));
    }
    for (Instance each : leaving) {
      each.start();
      scene.hold(Duration.ZERO, Duration.ofSeconds(2));
    }
  }
}
