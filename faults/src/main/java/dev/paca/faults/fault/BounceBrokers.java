package dev.paca.faults.fault;

import dev.paca.faults.installation.Installation;
import dev.paca.local.LocalProcess;
import java.time.Duration;
import java.util.List;

/** No broker is there for a while; what was acknowledged must be there afterwards. */
final class BounceBrokers implements Fault {
  @Override
  public String name() {
    return "bounce-brokers";
  }

  @Override
  public String what() {
    return "all brokers are stopped at once (SIGTERM), then started";
  }

  @Override
  public void strike(Scene scene) throws InterruptedException {
    List<LocalProcess> brokers = scene.installation().cluster().brokers();
    Installation.together(brokers, LocalProcess::stop);
    scene.hold(Duration.ZERO, Duration.ofSeconds(12));
    Installation.together(brokers, LocalProcess::restart);
  }
}
