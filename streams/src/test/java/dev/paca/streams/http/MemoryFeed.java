package dev.paca.streams.http;

import dev.paca.streams.feed.Change;
import dev.paca.streams.feed.ScoreChangeFeed;
import dev.paca.streams.feed.ScoreChanges;
import java.util.Optional;
import java.util.OptionalLong;

/** A feed that a test fills. */
final class MemoryFeed implements ScoreChangeFeed {
  private final ScoreChanges changes = new ScoreChanges();
  private volatile State state = new State(false, OptionalLong.empty(), Optional.empty());

  void set(State next) {
    if (next.hydrated()) {
      changes.startIsRead();
    }
    state = next;
  }

  void hydrate() {
    set(new State(true, OptionalLong.of(0), Optional.empty()));
  }

  /** Changes of one province at these offsets. */
  void add(int year, String province, long... offsets) {
    for (long offset : offsets) {
      changes.append(
          new Change(
              offset,
              year,
              province,
              "C.1.1",
              offset * 100,
              offset * 100 + 50,
              "COMPUTED",
              1_650_000_000_000L + offset,
              1,
              "audits/TTR-94/KL-1\naudits/TTR-94/KL-2",
              2,
              false));
    }
    changes.tellFollowers();
  }

  @Override
  public ScoreChanges changes() {
    return changes;
  }

  @Override
  public State state() {
    return state;
  }

  @Override
  public void close() {
    // Nothing runs.
  }
}
