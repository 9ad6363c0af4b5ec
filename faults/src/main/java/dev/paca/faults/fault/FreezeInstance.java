package dev.paca.faults.fault;

import dev.paca.faults.installation.Instance;
import java.time.Duration;

/**
 * An instance stands still longer than the group waits for it (10 s), and goes on in the middle of
 * what it was doing when others do its work already: it must be kept from committing any of it.
 * Sometimes it stands longer than its transaction may stay open (15 s), sometimes not.
 */
final class FreezeInstance implements Fault {
  private static final Duration LEAST = Duration.ofSeconds(11);
  private static final Duration MOST = Duration.ofSeconds(20);

  @Override
  public String name() {
    return "freeze-instance";
  }

  @Override
  public String what() {
    return "SIGSTOP of one instance for 11 to 20 s, past the session time-out, then SIGCONT";
  }

  @Override
  public int times() {
    return 2;
  }

  @Override
  public void strike(Scene scene) throws InterruptedException {
    Instance hit = scene.anyone();
    hit.freeze();
    try {
      scene.hold(LEAST, MOST);
    } finally {
      hit.thaw();
    }
  }
}
