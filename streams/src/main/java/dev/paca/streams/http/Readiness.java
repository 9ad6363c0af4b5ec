package dev.paca.streams.http;

import java.util.List;

/**
 * Whether this instance should be asked; looked at on every request for it, so it must be quick.
 */
public interface Readiness {

  /** Every condition, met or not, in the order to show them. */
  List<Check> checks();

  /**
   * One condition.
   *
   * @param name short and stable, such as {@code hydrated} or {@code caught up}
   * @param decides whether this instance should not be asked while it is not met; what is no fault
   *     of this instance alone, so that another would answer no better, is told and decides nothing
   * @param detail for the people who run it: how far, or what is missing
   * @param partitions only those for which it is not met
   */
  record Check(
      String name, boolean ready, boolean decides, String detail, List<Behind> partitions) {

    public Check(String name, boolean ready, String detail) {
      this(name, ready, true, detail, List.of());
    }

    /** Whether the instance may be asked as far as this goes. */
    public boolean allows() {
      return ready || !decides;
    }
  }

  /**
   * A partition that is not where it should be.
   *
   * @param partition TOPIC-PARTITION or STORE-PARTITION
   * @param records how many it is behind
   */
  record Behind(String partition, long records, String detail) {}
}
