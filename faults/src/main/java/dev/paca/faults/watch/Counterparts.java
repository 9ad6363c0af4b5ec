package dev.paca.faults.watch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a flush says on the serving topic and what it says on one other topic, matched record by
 * record under each key, whichever is seen first. Both are read in order, so that something is
 * missing is known as soon as something later was seen on that side.
 */
final class Counterparts {
  private final String topic;
  private final Violations violations;
  private final Map<String, Deque<Said>> saidByKey = new HashMap<>();
  private final Map<String, Deque<Seen>> seenByKey = new HashMap<>();
  private final Set<Said> said = new LinkedHashSet<>();
  private final Set<Seen> seen = new LinkedHashSet<>();

  /** Flush → the last record of this topic that was matched with it; only the open flushes. */
  private final Map<Long, Long> lastSeenOf = new HashMap<>();

  private long ended = -1;

  /** On the serving topic, where a flush can be counted. */
  private record Said(String key, String what, long flush, RecordAt at) {}

  /** On the other topic. */
  private record Seen(String key, String what, RecordAt at) {}

  Counterparts(String topic, Violations violations) {
    this.topic = topic;
    this.violations = violations;
  }

  /** A flush says this on the serving topic. */
  void said(String key, String what, long flush, RecordAt at) {
    Said now = new Said(key, what, flush, at);
    Optional<Seen> before = oldest(seenByKey, key);
    before.ifPresent(there -> match(now, there));
    if (before.isEmpty()) {
      said.add(now);
      saidByKey.computeIfAbsent(key, k -> new ArrayDeque<>()).add(now);
    }
  }

  /** The other topic has this. */
  void seen(String key, String what, RecordAt at) {
    Seen now = new Seen(key, what, at);
    Optional<Said> before = oldest(saidByKey, key);
    before.ifPresent(here -> match(here, now));
    if (before.isEmpty()) {
      seen.add(now);
      seenByKey.computeIfAbsent(key, k -> new ArrayDeque<>()).add(now);
    }
  }

  /** The serving topic was read to the end of this flush. */
  void ended(long flush) {
    ended = flush;
    Optional.ofNullable(lastSeenOf.remove(flush)).ifPresent(this::inNoFlush);
  }

  boolean settled() {
    return said.isEmpty() && seen.isEmpty();
  }

  /** Nothing more will be seen: what has no counterpart is half a transaction. */
  void conclude() {
    List.copyOf(said).forEach(this::missing);
    inNoFlush(Long.MAX_VALUE);
  }

  private void match(Said here, Seen there) {
    said.remove(here);
    seen.remove(there);
    if (!here.what().equals(there.what())) {
      violations.add(
          there.at(),
          "%s is %s, but %s served at %s"
              .formatted(here.key(), there.what(), here.what(), here.at()));
    }
    if (here.flush() <= ended) {
      inNoFlush(there.at().offset());
    } else {
      lastSeenOf.merge(here.flush(), there.at().offset(), Math::max);
    }
    missing(here.flush());
  }

  /** What was seen before this offset is of flushes that were served whole, so it was in none. */
  private void inNoFlush(long offset) {
    List<Seen> never = seen.stream().takeWhile(each -> each.at().offset() < offset).toList();
    for (Seen each : never) {
      seen.remove(each);
      oldest(seenByKey, each.key());
      violations.add(each.at(), each.key() + " became " + each.what() + " in no flush served");
    }
  }

  /** Something of this flush was seen, so all of the flushes before it must have been. */
  private void missing(long flush) {
    said.stream().takeWhile(each -> each.flush() < flush).toList().forEach(this::missing);
  }

  private void missing(Said never) {
    said.remove(never);
    oldest(saidByKey, never.key());
    violations.add(
        never.at(), "%s became %s, which %s lacks".formatted(never.key(), never.what(), topic));
  }

  /** Takes it out. */
  private static <T> Optional<T> oldest(Map<String, Deque<T>> all, String key) {
    Optional<T> oldest = Optional.ofNullable(all.get(key)).map(Deque::poll);
    if (oldest.isPresent() && all.get(key).isEmpty()) {
      all.remove(key);
    }
    return oldest;
  }
}
