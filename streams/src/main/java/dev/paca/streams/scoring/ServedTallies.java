package dev.paca.streams.scoring;

import dev.paca.internal.ServedTally;
import dev.paca.scoring.tally.AppraisedPoints;
import dev.paca.scoring.tally.Place;
import dev.paca.scoring.tally.Tally;
import dev.paca.streams.store.TallyBlocks;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The tallies beside the scores, in the blocks in which they are served. They are kept on the
 * serving topic alone; the store knows which blocks there are, so that one with nothing left in it
 * is taken back by whichever task finds it empty.
 */
final class ServedTallies {
  private final ServedStore served;

  /** As this task said them last. */
  private final Map<Place, Tally> said = new HashMap<>();

  private final Map<Place, Set<String>> blocks = new HashMap<>();

  ServedTallies(ServedStore served) {
    this.served = served;
  }

  /**
   * What is to be said of a place's tally, and is from then on.
   *
   * @param slots that may have other points than when it was said last
   * @return key → block; empty where nothing is left of it
   */
  Map<String, Optional<ServedTally>> say(
      Place place, Tally tally, Set<AppraisedPoints.Slot> slots) {
    Map<String, Optional<ServedTally>> changes = new TreeMap<>();
    Tally before = said.get(place);
    if (before == null) {
      // Said by another task, perhaps otherwise.
      blocks(place)
          .forEach(block -> changes.put(ServedStore.tallyKey(place, block), Optional.empty()));
      before = new Tally();
      said.put(place, before);
    }
    TallyBlocks.changed(before, tally, slots)
        .forEach(
            (block, figures) ->
                changes.put(
                    ServedStore.tallyKey(place, block),
                    figures.map(f -> new ServedTally(place.year(), place.province(), block, f))));
    TallyBlocks.follow(before, tally, slots);
    changes.forEach((key, block) -> keep(place, key, block.isPresent()));
    return changes;
  }

  /** The keys of all that was said of a place; from then on nothing is. */
  Set<String> takeBack(Place place) {
    said.remove(place);
    Set<String> keys = new TreeSet<>();
    for (String block : Set.copyOf(blocks(place))) {
      String key = ServedStore.tallyKey(place, block);
      keys.add(key);
      keep(place, key, false);
    }
    return keys;
  }

  private void keep(Place place, String key, boolean there) {
    String block = ServedStore.block(key);
    if (there && blocks(place).add(block)) {
      served.mark(key);
    } else if (!there && blocks(place).remove(block)) {
      served.remove(key);
    }
  }

  private Set<String> blocks(Place place) {
    return blocks.computeIfAbsent(place, p -> new HashSet<>(served.blocks(p)));
  }
}
