package dev.paca.streams.routing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;

/**
 * Up to when one copy of a partition is complete. Looked at again and again: once the copy has
 * reached where the changelog ended at some time, it holds all that was written by then.
 *
 * <p>Not safe for use by several threads at once.
 */
final class Freshness {
  /** The mark of a commit takes an offset and is never applied. */
  private static final long COMMIT_MARK = 1;

  /** At one look a second, minutes; a copy that is further behind remembers the oldest. */
  private static final int MOST_ENDS = 600;

  private final Deque<End> ends = new ArrayDeque<>();
  private long position = -1;
  private long completeAt = -1;

  private record End(long at, long offset) {}

  /**
   * @param applied the next offset of the changelog that the copy has not applied
   * @param end the changelog's end
   * @param at when, ms
   */
  void look(long applied, long end, long at) {
    if (applied < position) {
      // The copy was lost and is made anew: what was known of it is worth nothing.
      ends.clear();
      completeAt = -1;
    }
    position = applied;
    if (ends.size() < MOST_ENDS) {
      ends.addLast(new End(at, end));
    }
    while (!ends.isEmpty() && ends.peekFirst().offset() - COMMIT_MARK <= position) {
      completeAt = ends.removeFirst().at();
    }
  }

  /** The latest time, ms, up to which the copy is known to be complete; empty when never. */
  OptionalLong completeAt() {
    return completeAt < 0 ? OptionalLong.empty() : OptionalLong.of(completeAt);
  }
}
