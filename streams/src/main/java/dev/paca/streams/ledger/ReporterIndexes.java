package dev.paca.streams.ledger;

import dev.paca.scoring.report.ReportType;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * The indexes of the ledger tasks that run in this instance: tasks make them, questions read them.
 * There is none of a partition that is kept here as a copy only, nor before its task has built it.
 */
public final class ReporterIndexes {
  private final Map<Integer, ReporterIndex> built = new ConcurrentHashMap<>();

  /** A task starts: what one before it knew is of another time. */
  ReporterIndex begin(int partition) {
    built.remove(partition);
    return new ReporterIndex();
  }

  /** Everything that is in the task's store is in its index. */
  void built(int partition, ReporterIndex index) {
    built.put(partition, index);
  }

  /** The task ends; its store may go on elsewhere, where this index is not told of it. */
  void end(ReporterIndex index) {
    built.values().remove(index);
  }

  /**
   * Reads, as {@link ReporterIndex#values}, by a partition's index.
   *
   * @return false where there is none, so that all has to be read
   * @throws InvalidStateStoreException when its task ended meanwhile: the store that was read then
   *     may be another task's, of which the index knows nothing
   */
  public boolean values(
      int partition,
      ReadOnlyKeyValueStore<byte[], byte[]> store,
      Set<ReportType> types,
      Set<String> provinces,
      Consumer<byte[]> each) {
    ReporterIndex index = built.get(partition);
    if (index == null) {
      return false;
    }
    index.values(store, types, provinces, each);
    if (built.get(partition) != index) {
      throw new InvalidStateStoreException(
          "the task of partition " + partition + " of the reports ended while it was read");
    }
    return true;
  }
}
