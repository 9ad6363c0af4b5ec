package dev.paca.streams.routing;

import dev.paca.scoring.report.ReportKey;
import dev.paca.scoring.report.ReportType;
import dev.paca.streams.ledger.LedgerStore;
import dev.paca.streams.matters.MatterStore;
import dev.paca.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;

/** What is asked of the stores that are spread over the instances. */
public sealed interface StoreQuestion {
  /** The store that knows. */
  String store();

  /** The partitions to read, of this many. */
  Set<Integer> partitions(int count);

  /** A topic that the store's tasks read: who reads its partition keeps the store's. */
  default String topic() {
    return store().equals(MatterStore.NAME) ? Topics.MATTERS : Topics.AUDITS;
  }

  /**
   * Every report of these types.
   *
   * @param about GSO codes as reported, where only reports of which a kept revision is about one of
   *     these provinces are needed; others may be among what is read
   */
  record Reports(Set<ReportType> types, Optional<Set<String>> about) implements StoreQuestion {
    public Reports(Set<ReportType> types) {
      this(types, Optional.empty());
    }

    @Override
    public String store() {
      return LedgerStore.NAME;
    }

    @Override
    public Set<Integer> partitions(int count) {
      return new TreeSet<>(IntStream.range(0, count).boxed().toList());
    }
  }

  /** One report. */
  record OneReport(ReportKey key) implements StoreQuestion {
    @Override
    public String store() {
      return LedgerStore.NAME;
    }

    @Override
    public Set<Integer> partitions(int count) {
      return Set.of(partition(key.kafkaKey(), count));
    }
  }

  /** The reports on one matter. */
  record OneMatter(String matterId) implements StoreQuestion {
    @Override
    public String store() {
      return MatterStore.NAME;
    }

    @Override
    public Set<Integer> partitions(int count) {
      return Set.of(partition(matterId, count));
    }
  }

  private static int partition(String key, int count) {
    return BuiltInPartitioner.partitionForKey(key.getBytes(StandardCharsets.UTF_8), count);
  }
}
