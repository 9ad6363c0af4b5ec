package dev.paca.streams.scoring;

import dev.paca.internal.Coverage;
import dev.paca.internal.PartialTally;
import dev.paca.internal.PartialsMessage;
import dev.paca.scoring.tally.Place;
import dev.paca.streams.freshness.PartialFreshnesses;
import dev.paca.streams.partials.Causes;
import dev.paca.streams.store.AvroCodec;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Store {@code partials}: the last absolute tally that every partition sent, and what of that is
 * scored.
 *
 * <ul>
 *   <li>{@code 't'}, source (1), partition (4), year (4), UTF-8 province → layout byte, Avro {@link
 *       PartialsMessage} with a whole tally, the offset up to which it is told and the causes since
 *       it was last scored
 *   <li>{@code 'u'}, offset (8) → a record that told what changed of tallies, as it came; of each
 *       it counts only behind the offset up to which the whole one is told
 *   <li>{@code 's'} → offset (8) from which on tallies' causes are not scored yet
 * </ul>
 *
 * Once such records weigh {@value #WHOLES} times as much as the whole tallies, those of which the
 * oldest one still counts are put whole and it is deleted, so that a report costs little more than
 * its change. How far partitions have read, and what they say of freshness, is there too: see
 * {@link KeptCoverage} and {@link PartialFreshnesses}.
 *
 * <p>A decoded copy is kept in memory: years × provinces × partitions of them.
 */
final class PartialsStore {
  static final String NAME = "partials";

  private static final int WHOLES = 4;

  private static final byte[] SCORED = {'s'};
  private static final byte CHANGES = 'u';

  private record TallyKey(Place place, Source source) {
    /** Written out, as its parts' are. */
    @Override
    public boolean equals(Object other) {
      return other instanceof TallyKey key && source.equals(key.source) && place.equals(key.place);
    }

    @Override
    public int hashCode() {
      return 31 * place.hashCode() + source.hashCode();
    }
  }

  private final AvroCodec<PartialsMessage> codec = new AvroCodec<>(PartialsMessage.class);
  private final KeyValueStore<byte[], byte[]> store;
  private final Map<Place, Map<Source, KeptTally>> tallies = new HashMap<>();
  private final Map<Place, WholeTally> wholes = new HashMap<>();
  private final Journal<TallyKey> changes = new Journal<>();
  private final Map<TallyKey, Integer> bytesOfWholes = new HashMap<>();
  private long bytesWhole;
  private final PlacedTallies placed = new PlacedTallies();
  private final KeptCoverage coverage;
  private final Map<TallyKey, Causes> unscored = new HashMap<>();
  private long next;

  PartialsStore(KeyValueStore<byte[], byte[]> store) {
    this.store = store;
    coverage = new KeptCoverage(store);
    byte[] marked = store.get(SCORED);
    long scored = marked == null ? 0 : ByteBuffer.wrap(marked).getLong();
    next = scored;
    try (KeyValueIterator<byte[], byte[]> all = store.all()) {
      while (all.hasNext()) {
        KeyValue<byte[], byte[]> entry = all.next();
        if (!Arrays.equals(entry.key, SCORED)) {
          read(entry.key, entry.value, scored);
        }
      }
    }
  }

  /** In the order of keys: whole tallies come before what changed of them. */
  private void read(byte[] key, byte[] value, long scored) {
    if (key[0] == CHANGES) {
      long offset = ByteBuffer.wrap(key, 1, Long.BYTES).getLong();
      List<TallyKey> changed = new ArrayList<>();
      for (PartialTally partial : tallies(decode(value))) {
        if (isChange(partial) && changes.holds(offset, tallyKey(partial))) {
          changed.add(tallyKey(partial));
          read(partial, offset, scored);
        }
      }
      changes.write(offset, changed, value.length);
    } else if (decode(value).get(0) instanceof PartialTally whole) {
      weigh(tallyKey(whole), value.length);
      changes.settle(tallyKey(whole), whole.getOffset() + 1);
      read(whole, whole.getOffset(), scored);
    }
  }

  private void read(PartialTally partial, long offset, long scored) {
    keep(partial, offset);
    next = Math.max(next, offset + 1);
    if (offset >= scored) {
      unscored(partial);
    }
  }

  private void weigh(TallyKey key, int bytes) {
    Integer before = bytesOfWholes.put(key, bytes);
    bytesWhole += bytes - (before == null ? 0 : before);
  }

  /** Of a tally that was told whole before. */
  private boolean isChange(PartialTally partial) {
    return !partial.getWhole() && known(partial) != null;
  }

  private KeptTally known(PartialTally partial) {
    return tallies.getOrDefault(place(partial), Map.of()).get(source(partial));
  }

  private Causes unscored(PartialTally partial) {
    Causes causes = unscored.computeIfAbsent(tallyKey(partial), key -> new Causes());
    partial.getCauses().forEach(causes::add);
    return causes;
  }

  /** Places with the causes of which a score has not told yet. */
  Map<Place, Causes> unscored() {
    Map<Place, Causes> places = new TreeMap<>();
    unscored.forEach(
        (key, causes) -> {
          Causes all = places.computeIfAbsent(key.place(), place -> new Causes());
          causes.groups().forEach(all::add);
        });
    return places;
  }

  /** All that was put is scored. */
  void scored() {
    if (!unscored.isEmpty()) {
      unscored.clear();
      store.put(SCORED, ByteBuffer.allocate(Long.BYTES).putLong(next).array());
    }
  }

  /** What a partition sent: {@link PartialTally}, {@link Coverage}, and of its freshness. */
  List<Object> decode(byte[] record) {
    return codec.decodeAll(record).stream().map(PartialsMessage::getMessage).toList();
  }

  private static List<PartialTally> tallies(List<Object> messages) {
    return messages.stream()
        .filter(PartialTally.class::isInstance)
        .map(PartialTally.class::cast)
        .toList();
  }

  private void keep(PartialTally partial, long offset) {
    Map<Source, KeptTally> ofPlace =
        tallies.computeIfAbsent(place(partial), place -> new HashMap<>());
    KeptTally known = ofPlace.get(source(partial));
    long before = known == null ? PlacedTallies.NOWHERE : known.placedBy();
    if (partial.getWhole()) {
      ofPlace.put(source(partial), new KeptTally(partial, offset));
      wholes.computeIfPresent(place(partial), (place, whole) -> whole.anew());
    } else {
      known.change(partial, offset);
      Optional.ofNullable(wholes.get(place(partial))).ifPresent(whole -> whole.change(partial));
    }
    placed.told(partial.getYear(), before, partial.getPlacedBy());
  }

  /**
   * Keeps tallies, or what changed of them, that differ from what their partition told last. What
   * changed of one that was never told whole is not kept, nor is the place counted as placed: its
   * year is held until it is told.
   *
   * @param messages of the record
   * @param record that brought them
   * @param offset of it
   * @return those that differ
   */
  List<PartialTally> put(List<Object> messages, byte[] record, long offset) {
    next = Math.max(next, offset + 1);
    List<PartialTally> heard = new ArrayList<>();
    List<TallyKey> changed = new ArrayList<>();
    for (PartialTally partial : tallies(messages)) {
      if (partial.getWhole() ? isKnown(partial) : !isChange(partial)) {
        continue;
      }
      heard.add(partial);
      unscored(partial);
      keep(partial, offset);
      if (partial.getWhole()) {
        putWhole(tallyKey(partial));
      } else {
        changed.add(tallyKey(partial));
      }
    }
    if (!changed.isEmpty()) {
      changes.write(offset, changed, record.length);
      store.put(changeKey(offset), record);
      shorten();
    }
    return heard;
  }

  private boolean isKnown(PartialTally told) {
    KeptTally known = known(told);
    return known != null && known.saysAs(new KeptTally(told, known.toldBy()));
  }

  private void shorten() {
    while (changes.weight() > WHOLES * bytesWhole) {
      Journal.Written<TallyKey> oldest = changes.remove();
      oldest.of().stream()
          .filter(each -> changes.holds(oldest.number(), each))
          .forEach(this::putWhole);
      store.delete(changeKey(oldest.number()));
    }
  }

  /** As it is now. */
  private void putWhole(TallyKey key) {
    KeptTally kept = tallies.get(key.place()).get(key.source());
    PartialTally whole =
        new PartialTally(
            key.source().source(),
            key.source().partition(),
            key.place().year(),
            key.place().province(),
            true,
            kept.figures(),
            List.of(),
            kept.placedBy(),
            unscored.getOrDefault(key, new Causes()).groups(),
            kept.toldBy());
    byte[] value = codec.encode(new PartialsMessage(whole));
    store.put(key(whole), value);
    weigh(key, value.length);
    changes.settle(key, kept.toldBy() + 1);
  }

  void put(Coverage said) {
    coverage.put(said);
  }

  /** Whether everything that is covered was placed by this publication, and nothing by a newer. */
  boolean isCoveredBy(long publication) {
    return placed.newest() <= publication && coverage.isPlacedBy(publication);
  }

  /**
   * How many tallies of a year, by province and partition, were placed by rubrics of which this was
   * the newest publication. Partitions send those of every province that the year's rubric ranks,
   * and no others.
   */
  int placedBy(int year, long publication) {
    return placed.by(year, publication);
  }

  /** The place's whole tally, which goes on changing. */
  WholeTally whole(Place place) {
    return wholes.computeIfAbsent(
        place, p -> new WholeTally(tallies.computeIfAbsent(p, q -> new HashMap<>()).values()));
  }

  /** As {@link KeptCoverage#nextOffsets}. */
  Map<String, Long> covered(int matterPartitions) {
    return coverage.nextOffsets(matterPartitions);
  }

  /** As {@link KeptCoverage#asOf}. */
  long asOf() {
    return coverage.asOf();
  }

  private static Place place(PartialTally partial) {
    return new Place(partial.getYear(), partial.getProvince());
  }

  private static Source source(PartialTally partial) {
    return new Source(partial.getSource(), partial.getPartition());
  }

  private static TallyKey tallyKey(PartialTally partial) {
    return new TallyKey(place(partial), source(partial));
  }

  private static byte[] key(PartialTally partial) {
    byte[] province = partial.getProvince().getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(10 + province.length)
        .put((byte) 't')
        .put(source(partial).number())
        .putInt(partial.getPartition())
        .putInt(partial.getYear())
        .put(province)
        .array();
  }

  private static byte[] changeKey(long offset) {
    return ByteBuffer.allocate(1 + Long.BYTES).put(CHANGES).putLong(offset).array();
  }
}
