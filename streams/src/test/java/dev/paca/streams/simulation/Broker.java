package dev.paca.streams.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/**
 * Logs and committed offsets. A record gets its offset when it is written; whoever reads sees only
 * what was committed, in order, and nothing behind a transaction that is still open.
 */
final class Broker {
  private final Map<TopicPartition, List<Stored>> logs = new HashMap<>();
  private final Map<TopicPartition, Long> committed = new HashMap<>();
  private long written;

  /**
   * @param value bytes, or the record itself where nothing of ours reads the topic
   */
  @SuppressWarnings("ArrayRecordComponent") // carried, never compared
  record Stored(long offset, long timestamp, byte[] key, Object value, Transaction in) {
    byte[] bytes() {
      return (byte[]) value;
    }
  }

  Stored append(TopicPartition to, byte[] key, Object value, long timestamp, Transaction in) {
    List<Stored> log = logs.computeIfAbsent(to, partition -> new ArrayList<>());
    Stored stored = new Stored(log.size(), timestamp, key, value, in);
    log.add(stored);
    written++;
    return stored;
  }

  /** The next record that a read_committed reader gets. */
  Optional<Stored> next(TopicPartition from, long offset) {
    List<Stored> log = logs.getOrDefault(from, List.of());
    for (int i = (int) offset; i < log.size() && !log.get(i).in().pending(); i++) {
      if (log.get(i).in().committed()) {
        return Optional.of(log.get(i));
      }
    }
    return Optional.empty();
  }

  List<Stored> committed(TopicPartition from) {
    List<Stored> all = new ArrayList<>();
    Optional<Stored> next = next(from, 0);
    while (next.isPresent()) {
      all.add(next.get());
      next = next(from, next.get().offset() + 1);
    }
    return all;
  }

  /** Where the group reads on after the last commit. */
  long position(TopicPartition from) {
    return committed.getOrDefault(from, 0L);
  }

  void commit(Transaction transaction) {
    transaction.commit();
    committed.putAll(transaction.consumed());
  }

  /** Records written so far, whatever became of them. */
  long written() {
    return written;
  }
}
