package dev.paca.benchmarks.restore;

import java.util.OptionalDouble;

/** From the first look at which a store was being restored until the first after the last such. */
final class Restoring {
  private OptionalDouble from = OptionalDouble.empty();
  private double to;
  private boolean restoredBefore;

  /**
   * @param restores whether a store is being restored
   * @param now seconds
   */
  void looked(boolean restores, double now) {
    if (restores && from.isEmpty()) {
      from = OptionalDouble.of(now);
    }
    if (restores || restoredBefore) {
      to = now;
    }
    restoredBefore = restores;
  }

  /** 0 where none was. */
  double seconds() {
    return from.isPresent() ? to - from.getAsDouble() : 0;
  }
}
