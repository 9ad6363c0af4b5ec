package dev.paca.streams.routing;

import dev.paca.problems.ProblemCode;
import dev.paca.streams.ledger.LedgerStore;
import dev.paca.streams.ledger.ReporterIndexes;
import dev.paca.streams.matters.MatterStore;
import dev.paca.streams.query.QueryRefused;
import dev.paca.streams.rubrics.RubricTable;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** The stores of this instance: what it owns, and the copies it keeps for others. */
public final class LocalStores implements Shards, AutoCloseable {
  /** Every key begins with the number of a type or with text. */
  private static final byte[] NO_KEY = {0};

  private final Supplier<Optional<KafkaStreams>> streams;
  private final ReporterIndexes reporters;
  private final Duration oldest;
  private final StandbyAges ages;

  /**
   * @param streams empty until it is made
   * @param reporters of the tasks that run here
   * @param oldest a copy that may be further behind is not read
   */
  public LocalStores(
      Supplier<Optional<KafkaStreams>> streams,
      ReporterIndexes reporters,
      Duration oldest,
      Clock clock) {
    this.streams = streams;
    this.reporters = reporters;
    this.oldest = oldest;
    this.ages =
        new StandbyAges(
            () -> streams.get().map(KafkaStreams::allLocalStorePartitionLags).orElse(Map.of()),
            clock);
  }

  /** Begins to follow how old the copies are. */
  public void followCopies() {
    ages.start();
  }

  @Override
  public Optional<Shard> open(StoreQuestion question, int partition, boolean mayBeBehind) {
    Optional<Shard> owned = owned(question, partition);
    return owned.isPresent() || !mayBeBehind ? owned : copy(question, partition);
  }

  private Optional<Shard> owned(StoreQuestion question, int partition) {
    return store(named(question.store()).withPartition(partition))
        .map(store -> new Opened(question, partition, OptionalLong.empty(), store, reporters));
  }

  private Optional<Shard> copy(StoreQuestion question, int partition) {
    OptionalLong behind = ages.of(question.store(), partition);
    if (behind.isEmpty() || behind.getAsLong() > oldest.toMillis()) {
      return Optional.empty();
    }
    return store(named(question.store()).withPartition(partition).enableStaleStores())
        .map(store -> new Opened(question, partition, behind, store, reporters));
  }

  /** The history of the rubrics, which every instance has. */
  public ReadOnlyKeyValueStore<byte[], byte[]> rubrics() {
    return store(named(RubricTable.STORE))
        .orElseThrow(
            () ->
                new QueryRefused(
                    ProblemCode.UNAVAILABLE, "the rubrics' history is not read yet; try again"));
  }

  private Optional<ReadOnlyKeyValueStore<byte[], byte[]>> store(
      StoreQueryParameters<ReadOnlyKeyValueStore<byte[], byte[]>> which) {
    try {
      Optional<ReadOnlyKeyValueStore<byte[], byte[]>> store =
          streams.get().map(running -> running.store(which));
      // Of a partition that is not here a store is handed out all the same: only a read tells.
      store.ifPresent(opened -> opened.get(NO_KEY));
      return store;
    } catch (InvalidStateStoreException | IllegalStateException e) {
      return Optional.empty();
    }
  }

  private static StoreQueryParameters<ReadOnlyKeyValueStore<byte[], byte[]>> named(String store) {
    return StoreQueryParameters.fromNameAndType(store, QueryableStoreTypes.keyValueStore());
  }

  @Override
  public void close() {
    ages.close();
  }

  private record Opened(
      StoreQuestion question,
      int partition,
      OptionalLong behindMs,
      ReadOnlyKeyValueStore<byte[], byte[]> store,
      ReporterIndexes reporters)
      implements Shard {

    @Override
    public void read(Consumer<byte[]> each) {
      try {
        if (question instanceof StoreQuestion.Reports reports) {
          reports(reports, each);
        } else if (question instanceof StoreQuestion.OneReport report) {
          LedgerStore.value(store, report.key()).ifPresent(each);
        } else if (question instanceof StoreQuestion.OneMatter matter) {
          MatterStore.values(store, matter.matterId(), each);
        }
      } catch (InvalidStateStoreException e) {
        throw new QueryRefused(
            ProblemCode.UNAVAILABLE,
            "partition "
                + partition
                + " of the "
                + question.store()
                + " moved to another instance while it was read; try again");
      }
    }

    private void reports(StoreQuestion.Reports asked, Consumer<byte[]> each) {
      if (!byWhoReports(asked, each)) {
        LedgerStore.values(store, asked.types(), each);
      }
    }

    /** Of a copy it is not known: no task here is told what is written to it. */
    private boolean byWhoReports(StoreQuestion.Reports asked, Consumer<byte[]> each) {
      return behindMs.isEmpty()
          && asked.about().isPresent()
          && reporters.values(partition, store, asked.types(), asked.about().get(), each);
    }
  }
}
