package dev.paca.benchmarks.drain;

import dev.paca.benchmarks.bed.Bed;
import dev.paca.benchmarks.bed.Input;
import dev.paca.benchmarks.process.ProcessCost;
import dev.paca.local.LocalProcess;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Watches a drain from outside, by what its group has committed.
 *
 * @param processes those that share the drain
 */
public record Watch(Bed bed, String group, List<LocalProcess> processes) {
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final Duration LOOK_EVERY = Duration.ofMillis(50);

  public Look look() {
    long committed = new Input(bed).committed(group);
    return new Look(
        System.nanoTime(),
        committed,
        processes.stream().mapToDouble(each -> ProcessCost.cpuSeconds(each.pid())).sum(),
        ProcessCost.cpuSeconds(bed.broker().pid()));
  }

  /**
   * The first look at which so many reports are committed.
   *
   * @throws IllegalStateException when that takes too long
   */
  public Look await(long committed) {
    long end = System.nanoTime() + LONGEST.toNanos();
    Look look = look();
    while (look.committed() < committed) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(
            "%s read %,d of %,d reports in %d minutes; see %s"
                .formatted(
                    group,
                    look.committed(),
                    committed,
                    LONGEST.toMinutes(),
                    processes.get(0).logFile()));
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
      look = look();
    }
    return look;
  }
}
