package dev.paca.streams.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.internal.ServedMessage;
import dev.paca.internal.ServedTally;
import dev.paca.scoring.measure.Measures;
import dev.paca.scoring.tally.AppraisedPoints;
import dev.paca.scoring.tally.Place;
import dev.paca.scoring.tally.Tally;
import dev.paca.streams.store.AvroCodec;
import dev.paca.streams.store.GoldenLayout;
import dev.paca.streams.store.LayoutSamples;
import dev.paca.streams.store.TallyBlocks;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Whoever reads along, and whoever begins with what a compaction left of the topic, has the tallies
 * that were said last, whichever tasks said them.
 */
class ServedTalliesTest {
  private static final int STEPS = 4_000;

  private final AvroCodec<ServedMessage> codec = new AvroCodec<>(ServedMessage.class);
  private final KeyValueStore<byte[], byte[]> store = GoldenLayout.emptyStore();
  private final Map<Place, Tally> tallies = new TreeMap<>();
  private final Map<String, byte[]> topic = new LinkedHashMap<>();
  private final Map<Place, TallyBlocks> readAlong = new HashMap<>();
  private ServedTallies served = new ServedTallies(new ServedStore(store));

  @Property(tries = 15)
  void readersHaveWhatWasSaidLastAndTheTopicHasABound(@ForAll long seed) {
    new ServedTalliesTest().run(new Random(seed));
  }

  private void run(Random random) {
    for (int step = 0; step < STEPS; step++) {
      if (random.nextInt(2_000) == 0) {
        takeOver();
      } else if (!tallies.isEmpty() && random.nextInt(50) == 0) {
        Place doomed = tallies.keySet().iterator().next();
        tallies.remove(doomed);
        served.takeBack(doomed);
      }
      for (int changes = random.nextInt(4); changes > 0; changes--) {
        change(new Place(2022, "" + random.nextInt(60)), random);
      }
      flush();
      if (step % 100 == 0) {
        same(readAlong);
        same(readFromTheBeginning());
      }
    }
    int blocks = 0;
    for (Tally tally : tallies.values()) {
      blocks += TallyBlocks.changed(new Tally(), tally, slots(tally)).size();
    }
    int lies = topic.values().stream().mapToInt(value -> codec.decodeAll(value).size()).sum();
    assertThat(lies).isLessThan(4 * Math.max(500, blocks) + 500);
  }

  /** A task that takes over says all of it. */
  private void takeOver() {
    served = new ServedTallies(new ServedStore(store));
    tallies.forEach((place, tally) -> served.say(place, tally, slots(tally)));
  }

  private void change(Place place, Random random) {
    Tally tally = tallies.computeIfAbsent(place, p -> LayoutSamples.tally());
    Set<AppraisedPoints.Slot> slots = slots(tally);
    if (random.nextInt(3) == 0) {
      slots.forEach(tally::empty);
    } else {
      tally.set(random.nextInt(Measures.count()), random.nextInt(3));
    }
    served.say(place, tally, slots);
  }

  private static Set<AppraisedPoints.Slot> slots(Tally tally) {
    Set<AppraisedPoints.Slot> slots = new HashSet<>();
    tally.winners().forEach(points -> slots.add(points.slot()));
    return slots;
  }

  private void flush() {
    served
        .flush()
        .forEach(
            (key, value) -> {
              topic.remove(key);
              value.ifPresent(
                  bytes -> {
                    topic.put(key, bytes);
                    read(readAlong, bytes);
                  });
            });
  }

  private Map<Place, TallyBlocks> readFromTheBeginning() {
    Map<Place, TallyBlocks> read = new HashMap<>();
    topic.values().forEach(bytes -> read(read, bytes));
    return read;
  }

  private void read(Map<Place, TallyBlocks> into, byte[] bytes) {
    for (ServedMessage each : codec.decodeAll(bytes)) {
      ServedTally tally = (ServedTally) each.getMessage();
      into.merge(
          new Place(tally.getYear(), tally.getProvince()),
          TallyBlocks.NONE.with(tally.getBlock(), tally.getFigures()),
          (before, first) -> before.with(tally.getBlock(), tally.getFigures()));
    }
  }

  private void same(Map<Place, TallyBlocks> read) {
    Map<Place, Tally> all = new TreeMap<>();
    read.forEach(
        (place, blocks) -> {
          if (!blocks.isEmpty()) {
            all.put(place, blocks.tally());
          }
        });
    Map<Place, Tally> said = new TreeMap<>(tallies);
    said.values().removeIf(Tally::isEmpty);
    assertThat(all).isEqualTo(said);
  }
}
