package dev.paca.faults.fault;

import dev.paca.faults.installation.Installation;
import dev.paca.faults.installation.Instance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Where faults strike.
 *
 * @param dice decide whom and when
 */
public record Scene(Installation installation, SplittableRandom dice) {

  /** One of the instances. */
  Instance anyone() {
    List<Instance> all = installation.instances();
    return all.get(dice.nextInt(all.size()));
  }

  /** All instances, in an order of the dice. */
  List<Instance> shuffled() {
    List<Instance> left = new ArrayList<>(installation.instances());
    List<Instance> shuffled = new ArrayList<>();
    while (!left.isEmpty()) {
      shuffled.add(left.remove(dice.nextInt(left.size())));
    }
    return shuffled;
  }

  /** Lets time pass, so long that it cannot be told beforehand within what it falls. */
  public void hold(Duration least, Duration most) throws InterruptedException {
    Thread.sleep(dice.nextLong(least.toMillis(), most.toMillis() + 1));
  }
}
