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
 *   <li>{@code 'u'}, offset (8) → a message that told what changed of a tally since, as it came
 *   <li>{@code 's'} → offset (8) from which on tallies' causes are not scored yet
 * </ul>
 *
 * What changed is put into the whole once it weighs {@value Since#WHOLES} times as much, so that a
 * report costs little more than its change. How far partitions have read, and what they say of
 * freshness, is there too: see {@link KeptCoverage} and {@link PartialFreshnesses}.
 *
 * <p>A decoded copy is kept in memory: years × provinces × partitions of them.
 */
final class PartialsStore {
  static final String NAME = "partials";

  private static final byte[] SCORED = {'s'};

  /** Not placed by any rubric, not even by none (-1). */
  private static final long NOWHERE = Long.MIN_VALUE;

  private record TallyKey(Place place, Source source) {}

  /** What was kept of a tally since it was kept whole. */
  private static final class Since {
    private static final int WHOLES = 4;

    private final List<Long> offsets = new ArrayList<>();
    private final int whole;
    private int bytes;

    /**
     * @param whole bytes of it
     */
    Since(int whole) {
      this.whole = whole;
    }

    void add(long offset, int size) {
      offsets.add(offset);
      bytes += size;
    }

    boolean weighsMore() {
      return bytes >= WHOLES * whole;
    }
  }

  private record YearPlacedBy(int year, long publication) {}

  private final AvroCodec<PartialsMessage> codec = new AvroCodec<>(PartialsMessage.class);
  private final KeyValueStore<byte[], byte[]> store;
  private final Map<Place, Map<Source, KeptTally>> tallies = new HashMap<>();
  private final Map<Place, WholeTally> wholes = new HashMap<>();
  private final Map<TallyKey, Since> since = new HashMap<>();
  private final Map<YearPlacedBy, Integer> placed = new HashMap<>();
  private final KeptCoverage coverage;
  private final Map<TallyKey, Causes> unscored = new HashMap<>();
  private long next;

  /** Offset of the newest rubric by which any partition has placed anything. */
  private long newest = -1;

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

  private void read(byte[] key, byte[] value, long scored) {
    Object message = decode(value);
    if (message instanceof PartialTally partial) {
      long offset = partial.getWhole() ? partial.getOffset() : ByteBuffer.wrap(key, 1, 8).getLong();
      if (partial.getWhole()) {
        since.put(tallyKey(partial), new Since(value.length));
      } else {
        since.get(tallyKey(partial)).add(offset, value.length);
      }
      keep(partial);
      next = Math.max(next, offset + 1);
      if (offset >= scored) {
        unscored(partial);
      }
    }
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

  /** What a partition sent: a {@link PartialTally}, a {@link Coverage}, or of its freshness. */
  Object decode(byte[] message) {
    return codec.decode(message).getMessage();
  }

  private void keep(PartialTally partial) {
    Map<Source, KeptTally> ofPlace =
        tallies.computeIfAbsent(place(partial), place -> new HashMap<>());
    KeptTally known = ofPlace.get(source(partial));
    long before = known == null ? NOWHERE : known.placedBy();
    if (partial.getWhole()) {
      ofPlace.put(source(partial), new KeptTally(partial));
      wholes.computeIfPresent(place(partial), (place, whole) -> whole.anew());
    } else {
      known.change(partial);
      Optional.ofNullable(wholes.get(place(partial))).ifPresent(whole -> whole.change(partial));
    }
    placed(partial.getYear(), before, -1);
    placed(partial.getYear(), partial.getPlacedBy(), 1);
    newest = Math.max(newest, partial.getPlacedBy());
  }

  private void placed(int year, long by, int count) {
    if (by != NOWHERE) {
      placed.merge(new YearPlacedBy(year, by), count, Integer::sum);
    }
  }

  /**
   * Keeps a tally, or what changed of one, if it differs from what its partition told last. What
   * changed of one that was never told whole is not kept, nor is the place counted as placed: its
   * year is held until it is told.
   *
   * @param message that told it
   * @param offset of the record that brought it
   * @return whether it differs
   */
  boolean put(PartialTally partial, byte[] message, long offset) {
    next = Math.max(next, offset + 1);
    KeptTally known = tallies.getOrDefault(place(partial), Map.of()).get(source(partial));
    if (partial.getWhole() ? isKnown(known, partial) : known == null) {
      return false;
    }
    unscored(partial);
    keep(partial);
    if (partial.getWhole()) {
      putWhole(partial, offset);
    } else {
      putChange(partial, message, offset);
    }
    return true;
  }

  private static boolean isKnown(KeptTally known, PartialTally told) {
    return known != null && known.saysAs(new KeptTally(told));
  }

  private void putChange(PartialTally partial, byte[] message, long offset) {
    Since until = since.get(tallyKey(partial));
    until.add(offset, message.length);
    if (until.weighsMore()) {
      putWhole(partial, offset);
    } else {
      store.put(changeKey(offset), message);
    }
  }

  private void putWhole(PartialTally partial, long offset) {
    TallyKey key = tallyKey(partial);
    KeptTally kept = tallies.get(key.place()).get(key.source());
    PartialTally whole =
        new PartialTally(
            partial.getSource(),
            partial.getPartition(),
            partial.getYear(),
            partial.getProvince(),
            true,
            kept.figures(),
            List.of(),
            kept.placedBy(),
            unscored.getOrDefault(key, new Causes()).groups(),
            offset);
    byte[] value = codec.encode(new PartialsMessage(whole));
    store.put(key(whole), value);
    Since until = since.put(key, new Since(value.length));
    if (until != null) {
      until.offsets.forEach(each -> store.delete(changeKey(each)));
    }
  }

  void put(Coverage said) {
    coverage.put(said);
  }

  /** Whether everything that is covered was placed by this publication, and nothing by a newer. */
  boolean isCoveredBy(long publication) {
    return newest <= publication && coverage.isPlacedBy(publication);
  }

  /**
   * How many tallies of a year, by province and partition, were placed by rubrics of which this was
   * the newest publication. Partitions send those of every province that the year's rubric ranks,
   * and no others.
   */
  int placedBy(int year, long publication) {
    return placed.getOrDefault(new YearPlacedBy(year, publication), 0);
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
    return ByteBuffer.allocate(1 + Long.BYTES).put((byte) 'u').putLong(offset).array();
  }
}
