package dev.paca.streams.simulation;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** What one producer wrote and how far it read, all of it or nothing. */
final class Transaction {
  private enum State {
    OPEN,
    COMMITTED,
    ABORTED
  }

  private final Map<TopicPartition, Long> consumed = new HashMap<>();
  private State state = State.OPEN;

  static Transaction open() {
    return new Transaction();
  }

  void consumed(TopicPartition partition, long next) {
    consumed.put(partition, next);
  }

  /** Next offsets of what was read under it. */
  Map<TopicPartition, Long> consumed() {
    return consumed;
  }

  void commit() {
    end(State.COMMITTED);
  }

  void abort() {
    end(State.ABORTED);
  }

  private void end(State end) {
    if (state != State.OPEN) {
      throw new IllegalStateException("the transaction is " + state);
    }
    state = end;
  }

  boolean pending() {
    return state == State.OPEN;
  }

  boolean committed() {
    return state == State.COMMITTED;
  }
}
