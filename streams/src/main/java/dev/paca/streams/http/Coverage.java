package dev.paca.streams.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.common.TopicPartition;

/** Knows which input the answers cover by now. */
public interface Coverage {
  /** The same of how fresh reports are, which is gathered for longer. */
  default Coverage ofFreshness() {
    return this;
  }

  /**
   * Waits until answers cover these input offsets.
   *
   * @param offsets by partition, the highest offset that must be covered
   * @param deadline how long to wait at most; zero asks how it is now
   * @return those that are still not covered at the deadline, with the offsets asked for; empty,
   *     and as soon as possible, when all are covered. Any thread may complete it
   */
  CompletionStage<Map<TopicPartition, Long>> uncovered(
      Map<TopicPartition, Long> offsets, Duration deadline);
}
