package dev.paca.streams.watch;

import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.common.TopicPartition;

/**
 * What became of the records that tasks of this instance read, since the process started. A
 * transaction that is aborted is read again, here or elsewhere, and counts again.
 */
public final class RecordCounts {
  /** What became of one record. */
  public enum Outcome {
    /** A report that counts in some year. */
    COUNTED,
    /** A report that is kept and counts nowhere: no rubric covers it, or it came too late. */
    UNCOUNTED,
    /** A retraction. */
    RETRACTED,
    /** An exact repeat, ignored. */
    DUPLICATE,
    /** Older than what is known, ignored. */
    OLDER,
    /** Turned away: it is on {@code paca.rejected}. */
    REJECTED
  }

  private record TopicOutcome(String topic, Outcome outcome) {
    /** Written out, for it is asked at every report: a record's own is slow until compiled. */
    @Override
    public boolean equals(Object other) {
      return other instanceof TopicOutcome o && outcome == o.outcome && topic.equals(o.topic);
    }

    @Override
    public int hashCode() {
      return 31 * topic.hashCode() + outcome.ordinal();
    }
  }

  private final Map<TopicOutcome, LongAdder> outcomes = new ConcurrentHashMap<>();
  private final Map<String, LongAdder> rejected = new ConcurrentHashMap<>();
  private final Map<TopicPartition, Long> newest = new ConcurrentHashMap<>();

  /**
   * One record.
   *
   * @param timestamp broker time, ms
   */
  public void count(String topic, int partition, long timestamp, Outcome outcome) {
    outcomes.computeIfAbsent(new TopicOutcome(topic, outcome), o -> new LongAdder()).increment();
    newest.put(new TopicPartition(topic, partition), timestamp);
  }

  /** Why one was turned away. */
  public void rejected(String code) {
    rejected.computeIfAbsent(code, c -> new LongAdder()).increment();
  }

  public long of(String topic, Outcome outcome) {
    return sum(outcomes.get(new TopicOutcome(topic, outcome)));
  }

  public long rejectedFor(String code) {
    return sum(rejected.get(code));
  }

  private static long sum(LongAdder adder) {
    return adder == null ? 0 : adder.sum();
  }

  /** Broker time, ms, of the last record read of a partition; empty before the first. */
  public OptionalLong newest(TopicPartition partition) {
    Long at = newest.get(partition);
    return at == null ? OptionalLong.empty() : OptionalLong.of(at);
  }
}
