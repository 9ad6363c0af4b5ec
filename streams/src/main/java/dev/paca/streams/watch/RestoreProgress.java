package dev.paca.streams.watch;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StandbyUpdateListener;
import org.apache.kafka.streams.processor.StateRestoreListener;
import org.apache.kafka.streams.processor.TaskId;

/**
 * What the stores of this instance still read from their changelogs: those of its own tasks, which
 * wait for it, and copies for others, which follow for ever.
 */
public final class RestoreProgress implements StateRestoreListener {
  private final Map<StorePartition, Progress> restoring = new ConcurrentHashMap<>();
  private final Map<StorePartition, Progress> copies = new ConcurrentHashMap<>();

  /** One partition of one store. */
  public record StorePartition(String store, int partition) {
    @Override
    public String toString() {
      return store + "-" + partition;
    }
  }

  /**
   * How far one partition of a store is.
   *
   * @param restored records read; of a copy the position in its changelog
   * @param toRestore records in all; of a copy the changelog's end
   */
  public record Progress(StorePartition of, long restored, long toRestore) {
    public long behind() {
      return Math.max(0, toRestore - restored);
    }
  }

  /** Stores that tasks of this instance wait for, in order. */
  public List<Progress> restoring() {
    return sorted(restoring);
  }

  /** Copies that are kept here for other instances, in order. */
  public List<Progress> copies() {
    return sorted(copies);
  }

  private static List<Progress> sorted(Map<StorePartition, Progress> from) {
    return from.values().stream()
        .sorted(
            Comparator.comparing((Progress each) -> each.of().store())
                .thenComparing(each -> each.of().partition()))
        .toList();
  }

  @Override
  public void onRestoreStart(TopicPartition changelog, String store, long start, long end) {
    StorePartition of = new StorePartition(store, changelog.partition());
    copies.remove(of);
    restoring.put(of, new Progress(of, 0, Math.max(0, end - start)));
  }

  @Override
  public void onBatchRestored(TopicPartition changelog, String store, long batchEnd, long count) {
    restoring.computeIfPresent(
        new StorePartition(store, changelog.partition()),
        (of, before) -> new Progress(of, before.restored() + count, before.toRestore()));
  }

  @Override
  public void onRestoreEnd(TopicPartition changelog, String store, long total) {
    restoring.remove(new StorePartition(store, changelog.partition()));
  }

  /** The task has gone elsewhere before it was done. */
  @Override
  public void onRestoreSuspended(TopicPartition changelog, String store, long total) {
    restoring.remove(new StorePartition(store, changelog.partition()));
  }

  /** The same of copies. */
  public StandbyUpdateListener ofCopies() {
    return new StandbyUpdateListener() {
      @Override
      public void onUpdateStart(TopicPartition changelog, String store, long start) {
        StorePartition of = new StorePartition(store, changelog.partition());
        copies.put(of, new Progress(of, start, start));
      }

      @Override
      public void onBatchLoaded(
          TopicPartition changelog, String store, TaskId task, long at, long count, long end) {
        StorePartition of = new StorePartition(store, changelog.partition());
        // The last offset of the batch; what is behind is counted from the one after it.
        copies.put(of, new Progress(of, at + 1, Math.max(at + 1, end)));
      }

      @Override
      public void onUpdateSuspended(
          TopicPartition changelog, String store, long at, long end, SuspendReason why) {
        copies.remove(new StorePartition(store, changelog.partition()));
      }
    };
  }
}
