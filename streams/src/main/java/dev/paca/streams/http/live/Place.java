package dev.paca.streams.http.live;

import dev.paca.streams.feed.Change;
import dev.paca.streams.feed.ScoreChangeFeed;
import dev.paca.streams.feed.ScoreChanges;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * How far one follower has come in the list of changes. Not safe for several threads at once.
 *
 * <p>An offset that lies ahead of the list is waited for: another instance may have read further
 * than this one. Where it stays ahead although everything is read, it is from another cluster's
 * life, and the follower gets what comes from now on instead of silence.
 */
final class Place {
  private static final int CHECKS_AHEAD = 2;

  private final ScoreChangeFeed feed;
  private final ScoreChanges changes;
  private final Wish wish;
  private OptionalLong after;
  private OptionalInt index = OptionalInt.empty();
  private int checksAhead;

  Place(ScoreChangeFeed feed, Wish wish) {
    this.feed = feed;
    this.changes = feed.changes();
    this.wish = wish;
    this.after = wish.after();
    if (after.isPresent()) {
      index = OptionalInt.of(changes.indexAfter(after.getAsLong()));
    } else if (changes.sizeAtStart().isPresent()) {
      index = OptionalInt.of(changes.size());
    }
  }

  /** The next change that is wanted; empty when there is none for now. */
  Optional<Change> next() {
    if (index.isEmpty()) {
      // Asked for before the start's backlog was read: from now on begins where that ends.
      index = changes.sizeAtStart();
    }
    while (index.isPresent() && index.getAsInt() < changes.size()) {
      Change change = changes.get(index.getAsInt());
      index = OptionalInt.of(index.getAsInt() + 1);
      if (change.offset() > after.orElse(-1) && wish.wanted().test(change)) {
        return Optional.of(change);
      }
    }
    return Optional.empty();
  }

  /** How many changes there are by now, read or not. */
  int arrived() {
    return changes.size();
  }

  /** To be called now and then, at intervals much longer than the feed's delay. */
  void checkAhead() {
    ScoreChangeFeed.State state = feed.state();
    boolean allRead = state.hydrated() && state.trouble().isEmpty();
    int size = changes.size();
    long last = size == 0 ? -1 : changes.get(size - 1).offset();
    checksAhead = allRead && after.orElse(-1) > last ? checksAhead + 1 : 0;
    if (checksAhead == CHECKS_AHEAD) {
      after = OptionalLong.empty();
      index = OptionalInt.of(size);
    }
  }
}
