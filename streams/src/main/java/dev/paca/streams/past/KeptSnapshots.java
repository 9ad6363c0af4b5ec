package dev.paca.streams.past;

import dev.paca.problems.ProblemCode;
import dev.paca.streams.query.AsOf;
import dev.paca.streams.query.QueryRefused;
import dev.paca.streams.serving.Served;
import dev.paca.streams.serving.Snapshot;
import java.lang.ref.SoftReference;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The last few folds of the past, each as long as it is what a new one would give and nobody needs
 * the memory. One is made at a time: who asks meanwhile waits a while.
 */
final class KeptSnapshots {
  private static final int MOST = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** More would hold threads that others need for questions of now. */
  private static final int MOST_WAITING = 8;

  /** Later than this a broker stamps no record with an earlier time any more. */
  private static final Duration SETTLED = Duration.ofSeconds(10);

  private final Supplier<Served> now;
  private final Clock clock;
  private final ReentrantLock folding = new ReentrantLock(true);
  private final Map<Key, Kept> kept =
      new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Kept> eldest) {
          return size() > MOST;
        }
      };

  /**
   * What was folded.
   *
   * @param ofYear whose rubric another version replaced; 0 for none
   */
  record Key(AsOf asOf, int ofYear) {}

  private record Kept(
      SoftReference<Snapshot> snapshot,
      Map<String, Long> covered,
      Map<Integer, Integer> inForce,
      Instant madeAt) {}

  /**
   * @param now what is served, to tell whether there is newer input
   */
  KeptSnapshots(Supplier<Served> now, Clock clock) {
    this.now = now;
    this.clock = clock;
  }

  Snapshot of(Key key, Supplier<Snapshot> fold) {
    try {
      if (waiting() >= MOST_WAITING
          || !folding.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new QueryRefused(
            ProblemCode.UNAVAILABLE, "the past is being folded for others; try again");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new QueryRefused(ProblemCode.UNAVAILABLE, "this instance is stopping");
    }
    try {
      Optional<Snapshot> known =
          Optional.ofNullable(kept.get(key))
              .filter(each -> holds(key, each))
              .map(each -> each.snapshot().get());
      return known.orElseGet(() -> keep(key, fold));
    } finally {
      folding.unlock();
    }
  }

  /** How many wait for a fold that is being made. */
  int waiting() {
    return folding.getQueueLength();
  }

  private Snapshot keep(Key key, Supplier<Snapshot> fold) {
    Map<Integer, Integer> inForce = inForce(now.get());
    Instant madeAt = clock.instant();
    Snapshot made = fold.get();
    Map<String, Long> covered = made.served().covers();
    kept.put(key, new Kept(new SoftReference<>(made), covered, inForce, madeAt));
    return made;
  }

  /** Whether folding again would give the same. */
  private boolean holds(Key key, Kept known) {
    Optional<Instant> at = key.asOf().at();
    if (at.isPresent() && known.madeAt().isAfter(at.get().plus(SETTLED))) {
      return true;
    }
    Served served = now.get();
    return inForce(served).equals(known.inForce())
        && served.covers().entrySet().stream()
            .allMatch(each -> each.getValue() <= known.covered().getOrDefault(each.getKey(), 0L));
  }

  private static Map<Integer, Integer> inForce(Served served) {
    Map<Integer, Integer> versions = new TreeMap<>();
    served.years().forEach((year, each) -> versions.put(year, each.rubric().version()));
    return versions;
  }
}
