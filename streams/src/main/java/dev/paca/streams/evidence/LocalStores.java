package dev.paca.streams.evidence;

import dev.paca.problems.ProblemCode;
import dev.paca.scoring.report.ReportKey;
import dev.paca.scoring.report.Revisions;
import dev.paca.streams.ledger.LedgerStore;
import dev.paca.streams.matters.MatterStore;
import dev.paca.streams.query.QueryRefused;
import dev.paca.streams.rubrics.RubricTable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * The stores of this instance. A partition that another instance owns is missing here, so an answer
 * is only given while this instance owns them all.
 */
public final class LocalStores implements ReportSource {
  private final KafkaStreams streams;
  private final int partitions;

  /**
   * @param partitions of the report topics: how many tasks each store has
   */
  public LocalStores(KafkaStreams streams, int partitions) {
    this.streams = streams;
    this.partitions = partitions;
  }

  @Override
  public void scan(Consumer<Revisions> each) {
    LedgerStore ledger = new LedgerStore();
    for (int partition = 0; partition < partitions; partition++) {
      ledger.scan(store(LedgerStore.NAME, partition), each);
    }
  }

  @Override
  public Optional<Revisions> report(ReportKey key) {
    byte[] kafkaKey = key.kafkaKey().getBytes(StandardCharsets.UTF_8);
    int partition = BuiltInPartitioner.partitionForKey(kafkaKey, partitions);
    return new LedgerStore().get(store(LedgerStore.NAME, partition), key);
  }

  @Override
  public List<Revisions> matter(String matterId) {
    MatterStore matters = new MatterStore();
    for (int partition = 0; partition < partitions; partition++) {
      List<Revisions> reports = matters.reports(store(MatterStore.NAME, partition), matterId);
      if (!reports.isEmpty()) {
        return reports;
      }
    }
    return List.of();
  }

  /** The history of the rubrics, which every instance has. */
  public ReadOnlyKeyValueStore<byte[], byte[]> rubrics() {
    try {
      return streams.store(named(RubricTable.STORE));
    } catch (InvalidStateStoreException e) {
      throw new QueryRefused(
          ProblemCode.UNAVAILABLE, "the rubrics' history is not read yet; try again");
    }
  }

  private static StoreQueryParameters<ReadOnlyKeyValueStore<byte[], byte[]>> named(String store) {
    return StoreQueryParameters.fromNameAndType(store, QueryableStoreTypes.keyValueStore());
  }

  private ReadOnlyKeyValueStore<byte[], byte[]> store(String name, int partition) {
    try {
      return streams.store(named(name).withPartition(partition));
    } catch (InvalidStateStoreException e) {
      throw new QueryRefused(
          ProblemCode.UNAVAILABLE,
          "partition "
              + partition
              + " of the "
              + name
              + " cannot be read here at the moment: it is being moved or restored, or another"
              + " instance owns it; try again");
    }
  }
}
