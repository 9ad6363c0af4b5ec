package dev.paca.streams.scoring;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What lies in a log of which no record is rewritten: the oldest one can be deleted once all that
 * it says is said again behind it, or elsewhere.
 *
 * @param <K> of what something is said
 */
final class Journal<K> {
  private final Deque<Written<K>> records = new ArrayDeque<>();
  private final Map<K, Long> saidFrom = new HashMap<>();
  private long weight;

  /**
   * A record.
   *
   * @param number greater than that of the record before it
   * @param of what it says something
   * @param weight of it, in whatever the caller counts by
   */
  record Written<K>(long number, List<K> of, long weight) {}

  void write(long number, Collection<K> of, long weight) {
    records.add(new Written<>(number, List.copyOf(of), weight));
    this.weight += weight;
  }

  /** What records before this number say of it counts no more. */
  void settle(K of, long number) {
    saidFrom.put(of, number);
  }

  /** Whether what the record of this number says of it counts. */
  boolean holds(long number, K of) {
    return saidFrom.getOrDefault(of, Long.MIN_VALUE) <= number;
  }

  /** Of all records. */
  long weight() {
    return weight;
  }

  /** The number of the oldest record. */
  OptionalLong first() {
    return records.isEmpty() ? OptionalLong.empty() : OptionalLong.of(records.peek().number());
  }

  /** Takes the oldest record out; what counts of it has to be said again. */
  Written<K> remove() {
    Written<K> oldest = records.remove();
    weight -= oldest.weight();
    return oldest;
  }
}
