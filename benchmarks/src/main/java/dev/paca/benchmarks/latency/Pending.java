package dev.paca.benchmarks.latency;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * Reports that are acknowledged and not in the score yet. Offsets of a partition come in order;
 * acknowledgement and score come from two threads, and may overtake each other.
 */
final class Pending {
  private record Acknowledged(long offset, long nanos) {}

  private final Map<String, Deque<Acknowledged>> waiting = new HashMap<>();
  private final Map<String, Long> covered = new HashMap<>();
  private final Histogram histogram = Percentiles.histogram();
  private long open;

  /**
   * @param partition TOPIC-PARTITION
   * @param nanos when it was acknowledged
   */
  synchronized void acknowledged(String partition, long offset, long nanos) {
    if (covered.getOrDefault(partition, 0L) > offset) {
      // It was seen before its acknowledgement was heard here.
      histogram.recordValue(0);
      return;
    }
    waiting
        .computeIfAbsent(partition, p -> new ArrayDeque<>())
        .addLast(new Acknowledged(offset, nanos));
    open++;
  }

  /**
   * The score covers a partition up to here.
   *
   * @param next the first offset that it does not cover
   * @param nanos when that was seen
   */
  synchronized void covered(String partition, long next, long nanos) {
    covered.merge(partition, next, Math::max);
    Deque<Acknowledged> queue = waiting.getOrDefault(partition, new ArrayDeque<>());
    while (!queue.isEmpty() && queue.peekFirst().offset() < next) {
      Acknowledged report = queue.removeFirst();
      histogram.recordValue(micros(nanos - report.nanos()));
      open--;
    }
    notifyAll();
  }

  private static long micros(long nanos) {
    return TimeUnit.NANOSECONDS.toMicros(Math.max(0, nanos));
  }

  /** How many are not in the score yet. */
  synchronized long open() {
    return open;
  }

  /** Waits until all are; how many are not, where it takes longer than that. */
  synchronized long awaitAll(long patienceMs) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patienceMs);
    long left = end - System.nanoTime();
    while (open > 0 && left > 0) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
      left = end - System.nanoTime();
    }
    return open;
  }

  /** Of those that came to the score. */
  synchronized Percentiles percentiles() {
    return Percentiles.of(histogram);
  }
}
