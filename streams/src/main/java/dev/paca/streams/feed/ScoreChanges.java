package dev.paca.streams.feed;

import dev.paca.streams.query.HistoryView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * All changes in memory, by their order and by (year, province). One thread appends; reading is for
 * any thread and never waits. An index once given stays valid: nothing is ever taken out.
 */
public final class ScoreChanges {
  private record Place(int year, String province) {}

  private final ChangeLog all = new ChangeLog();
  private final Map<Place, ChangeLog> byPlace = new ConcurrentHashMap<>();
  private final List<Runnable> followers = new CopyOnWriteArrayList<>();
  private final Map<String, String> sameText = new HashMap<>();
  private String lastReports = "";
  private volatile OptionalInt sizeAtStart = OptionalInt.empty();

  /**
   * Adds one change; a change whose offset was passed already is left out. Followers hear of it at
   * {@link #tellFollowers()}.
   */
  public void append(Change change) {
    if (all.size() > 0 && change.offset() <= lastOffset()) {
      return;
    }
    if (!change.reportLines().equals(lastReports)) {
      lastReports = change.reportLines();
    }
    Change kept = change.sharing(same(change.province()), same(change.criterion()), lastReports);
    byPlace
        .computeIfAbsent(new Place(kept.year(), kept.province()), place -> new ChangeLog())
        .append(kept);
    all.append(kept);
  }

  /** Says, once, that everything is appended that was there at the start. */
  public void startIsRead() {
    if (sizeAtStart.isEmpty()) {
      sizeAtStart = OptionalInt.of(all.size());
    }
  }

  /** How many were there at the start, so where news begins; empty until all of them are read. */
  public OptionalInt sizeAtStart() {
    return sizeAtStart;
  }

  /** Wakes everybody who follows, once for what was appended since the last time. */
  public void tellFollowers() {
    followers.forEach(Runnable::run);
  }

  /**
   * Calls {@code follower} after changes were appended, on the appending thread: return at once.
   */
  public AutoCloseable follow(Runnable follower) {
    followers.add(follower);
    return () -> followers.remove(follower);
  }

  /** How many there are. */
  public int size() {
    return all.size();
  }

  /** The change at an index below {@link #size()}, in order of offsets. */
  public Change get(int index) {
    return all.get(index);
  }

  /** Index of the first change after an offset; {@link #size()} when there is none yet. */
  public int indexAfter(long offset) {
    return all.indexAfter(offset);
  }

  /**
   * Changes of a province's total (criterion empty) or of one criterion, oldest first; empty where
   * nothing ever changed.
   *
   * @param province GSO code valid at the year's {@code provincesAsOf}
   */
  public List<HistoryView> history(int year, String province, Optional<String> criterion) {
    ChangeLog log = byPlace.get(new Place(year, province));
    if (log == null) {
      return List.of();
    }
    String wanted = criterion.orElse(Change.TOTAL);
    List<HistoryView> history = new ArrayList<>();
    int size = log.size();
    for (int index = 0; index < size; index++) {
      Change change = log.get(index);
      if (change.criterion().equals(wanted)) {
        history.add(change.view());
      }
    }
    return history;
  }

  private long lastOffset() {
    return all.get(all.size() - 1).offset();
  }

  private String same(String text) {
    return sameText.computeIfAbsent(text, t -> t);
  }
}
