package dev.paca.streams.scoring;

import dev.paca.internal.ServedTally;
import dev.paca.internal.TallyFigures;
import dev.paca.scoring.tally.AppraisedPoints;
import dev.paca.scoring.tally.Place;
import dev.paca.scoring.tally.Tally;
import dev.paca.streams.store.TallyBlocks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * The tallies beside the scores, in the blocks in which they are served: on the serving topic
 * alone, all that changed at once in one numbered record, for there are more blocks than anything
 * else. A record is taken back once every block of it was said again; so that it comes to that, the
 * blocks of the oldest ones are, where records have {@value #TIMES} times as many as there are.
 *
 * <p>A task that starts says all anew, and takes back what the one before it had said.
 */
final class ServedTallies {
  private static final int TIMES = 4;

  /** So few that a record stays well below what brokers take. */
  private static final int BLOCKS_OF_A_RECORD = 500;

  /** Of a place's tally. */
  private record Block(Place place, String name) {
    /** Written out, for it is asked of all that changed: a record's own is slow. */
    @Override
    public boolean equals(Object other) {
      return other instanceof Block block && place.equals(block.place) && name.equals(block.name);
    }

    @Override
    public int hashCode() {
      return 31 * place.hashCode() + name.hashCode();
    }
  }

  private final ServedStore served;
  private final long first;
  private final Map<Place, Tally> said = new HashMap<>();
  private final Map<Block, ServedTally> blocks = new HashMap<>();
  private final Journal<Block> journal = new Journal<>();
  private final Map<Block, ServedTally> unsaid = new LinkedHashMap<>();
  private long next;
  private long before;

  ServedTallies(ServedStore served) {
    this.served = served;
    ServedStore.TallyRecords known = served.tallyRecords();
    first = known.next();
    next = known.next();
    before = known.first();
  }

  /**
   * The tally is said with the next {@link #flush}.
   *
   * @param slots that may have other points than when it was said last
   */
  void say(Place place, Tally tally, Set<AppraisedPoints.Slot> slots) {
    Tally last = said.get(place);
    if (last == null) {
      forget(place);
      last = new Tally();
      said.put(place, last);
    }
    TallyBlocks.changed(last, tally, slots)
        .forEach((name, figures) -> put(new Block(place, name), figures));
    TallyBlocks.follow(last, tally, slots);
  }

  /** With the next {@link #flush} nothing is said of the place. */
  void takeBack(Place place) {
    said.remove(place);
    forget(place);
  }

  /** Whatever was said, perhaps by another task. */
  private void forget(Place place) {
    blocks.keySet().removeIf(block -> block.place().equals(place));
    unsaid.keySet().removeIf(block -> block.place().equals(place));
    put(new Block(place, TallyBlocks.ALL), Optional.empty());
  }

  private void put(Block block, Optional<TallyFigures> figures) {
    ServedTally tally =
        new ServedTally(
            block.place().year(),
            block.place().province(),
            block.name(),
            figures.orElseGet(TallyBlocks::nothing));
    unsaid.put(block, tally);
    if (figures.isPresent()) {
      blocks.put(block, tally);
    } else {
      blocks.remove(block);
    }
  }

  /** Serving topic's key → value, empty to take it back: in this order, all in one transaction. */
  Map<String, Optional<byte[]>> flush() {
    if (unsaid.isEmpty()) {
      return Map.of();
    }
    Map<String, Optional<byte[]>> records = new LinkedHashMap<>();
    write(records);
    while (journal.weight() > (long) TIMES * Math.max(BLOCKS_OF_A_RECORD, blocks.size())) {
      Journal.Written<Block> oldest = journal.remove();
      oldest.of().stream()
          .filter(block -> journal.holds(oldest.number(), block))
          .filter(blocks::containsKey)
          .forEach(block -> unsaid.put(block, blocks.get(block)));
      write(records);
      records.put(ServedStore.tallyKey(oldest.number()), Optional.empty());
    }
    LongStream.range(before, first)
        .forEach(number -> records.put(ServedStore.tallyKey(number), Optional.empty()));
    before = first;
    served.tallyRecords(new ServedStore.TallyRecords(journal.first().orElse(next), next));
    return records;
  }

  private void write(Map<String, Optional<byte[]>> records) {
    List<Block> all = new ArrayList<>(unsaid.keySet());
    for (int from = 0; from < all.size(); from += BLOCKS_OF_A_RECORD) {
      List<Block> some = all.subList(from, Math.min(all.size(), from + BLOCKS_OF_A_RECORD));
      long number = next++;
      some.forEach(block -> journal.settle(block, number));
      journal.write(number, some, some.size());
      records.put(
          ServedStore.tallyKey(number),
          Optional.of(served.encodeAll(some.stream().map(unsaid::get).toList())));
    }
    unsaid.clear();
  }
}
