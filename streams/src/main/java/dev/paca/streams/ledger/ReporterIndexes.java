package dev.paca.streams.ledger;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

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
   * Empty where all has to be read. What was read by an index is whole if the same index is still
   * here afterwards: its task ran all the while, on the store that was read.
   */
  public Optional<ReporterIndex> of(int partition) {
    return Optional.ofNullable(built.get(partition));
  }
}
