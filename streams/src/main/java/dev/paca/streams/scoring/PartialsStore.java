package dev.paca.streams.scoring;

import dev.paca.internal.Coverage;
import dev.paca.internal.PartialTally;
import dev.paca.internal.PartialsMessage;
import dev.paca.internal.TallySource;
import dev.paca.scoring.tally.Place;
import dev.paca.scoring.tally.Tally;
import dev.paca.streams.freshness.PartialFreshnesses;
import dev.paca.streams.partials.Causes;
import dev.paca.streams.store.AvroCodec;
import dev.paca.streams.store.StoredTallies;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Store {@code partials}: the last absolute tally and coverage that every partition sent, and what
 * of that is scored.
 *
 * <ul>
 *   <li>{@code 't'}, source (1), partition (4), year (4), UTF-8 province → layout byte, Avro {@link
 *       PartialsMessage} with a tally, its offset and the causes since it was last scored
 *   <li>{@code 'c'}, source (1), partition (4), ledger partition (4) → the same with a coverage
 *   <li>{@code 's'} → offset (8) from which on tallies' causes are not scored yet
 * </ul>
 *
 * What partitions say of freshness is there too, see {@link PartialFreshnesses}.
 *
 * <p>A decoded copy is kept in memory: years × provinces × partitions of them.
 */
final class PartialsStore {
  static final String NAME = "partials";

  private static final byte[] SCORED = {'s'};

  /** Which partition of what a tally or coverage comes from. */
  record Source(TallySource source, int partition) {}

  private record TallyKey(Place place, Source source) {}

  private record YearPlacedBy(int year, long publication) {}

  /** Whose coverage of which ledger partition. */
  record CoverageKey(Source from, int ledgerPartition) {}

  private final AvroCodec<PartialsMessage> codec = new AvroCodec<>(PartialsMessage.class);
  private final KeyValueStore<byte[], byte[]> store;
  private final Map<Place, Map<Source, Tally>> tallies = new HashMap<>();
  private final Map<TallyKey, Long> placedBy = new HashMap<>();
  private final Map<YearPlacedBy, Integer> placed = new HashMap<>();
  private final Map<CoverageKey, Coverage> coverage = new HashMap<>();
  private final Map<TallyKey, Causes> unscored = new HashMap<>();
  private long next;

  /** Offset of the newest rubric by which any partition has placed anything. */
  private long newest = -1;

  PartialsStore(KeyValueStore<byte[], byte[]> store) {
    this.store = store;
    byte[] marked = store.get(SCORED);
    long scored = marked == null ? 0 : ByteBuffer.wrap(marked).getLong();
    next = scored;
    try (KeyValueIterator<byte[], byte[]> all = store.all()) {
      while (all.hasNext()) {
        KeyValue<byte[], byte[]> entry = all.next();
        if (!Arrays.equals(entry.key, SCORED)) {
          Object message = decode(entry.value);
          keep(message);
          if (message instanceof PartialTally partial && partial.getOffset() >= scored) {
            unscored(partial);
            next = Math.max(next, partial.getOffset() + 1);
          }
        }
      }
    }
  }

  private Causes unscored(PartialTally partial) {
    Causes causes =
        unscored.computeIfAbsent(
            new TallyKey(place(partial), source(partial)), key -> new Causes());
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

  private void keep(Object message) {
    if (message instanceof PartialTally partial) {
      tallies
          .computeIfAbsent(place(partial), place -> new HashMap<>())
          .put(source(partial), StoredTallies.tally(partial.getFigures()));
      countPlaced(partial);
    } else if (message instanceof Coverage covered) {
      coverage.put(coverageKey(covered), covered);
    }
  }

  /**
   * Keeps a tally, with its offset and all causes that are not scored, if it differs from the one
   * that its partition sent last.
   *
   * @param offset of the record that brought it
   * @return whether it differs
   */
  boolean put(PartialTally partial, long offset) {
    next = Math.max(next, offset + 1);
    if (isKnown(partial)) {
      return false;
    }
    PartialTally kept =
        new PartialTally(
            partial.getSource(),
            partial.getPartition(),
            partial.getYear(),
            partial.getProvince(),
            partial.getFigures(),
            partial.getPlacedBy(),
            unscored(partial).groups(),
            offset);
    store.put(key(kept), codec.encode(new PartialsMessage(kept)));
    keep(kept);
    return true;
  }

  private boolean isKnown(PartialTally partial) {
    Tally known = tallies.getOrDefault(place(partial), Map.of()).get(source(partial));
    Long publication = placedBy.get(new TallyKey(place(partial), source(partial)));
    return known != null
        && publication != null
        && publication == partial.getPlacedBy()
        && known.equals(StoredTallies.tally(partial.getFigures()));
  }

  /** What was covered stays so: a task that starts says again what the one before it wrote down. */
  void put(Coverage said) {
    Coverage known = coverage.get(coverageKey(said));
    Map<String, Long> offsets = new TreeMap<>(said.getNextOffsets());
    if (known != null) {
      known.getNextOffsets().forEach((topic, next) -> offsets.merge(topic, next, Math::max));
    }
    Coverage covered =
        new Coverage(
            said.getSource(),
            said.getPartition(),
            said.getLedgerPartition(),
            offsets,
            known == null ? said.getAsOf() : Math.max(known.getAsOf(), said.getAsOf()),
            said.getPlacedBy());
    store.put(key(covered), codec.encode(new PartialsMessage(covered)));
    keep(covered);
  }

  /** Whether everything that is covered was placed by this publication, and nothing by a newer. */
  boolean isCoveredBy(long publication) {
    return newest <= publication
        && coverage.values().stream().allMatch(each -> each.getPlacedBy() == publication);
  }

  private void countPlaced(PartialTally partial) {
    newest = Math.max(newest, partial.getPlacedBy());
    int year = partial.getYear();
    Long before =
        placedBy.put(new TallyKey(place(partial), source(partial)), partial.getPlacedBy());
    if (before != null) {
      placed.merge(new YearPlacedBy(year, before), -1, Integer::sum);
    }
    placed.merge(new YearPlacedBy(year, partial.getPlacedBy()), 1, Integer::sum);
  }

  /**
   * How many tallies of a year, by province and partition, were placed by rubrics of which this was
   * the newest publication. Partitions send those of every province that the year's rubric ranks,
   * and no others.
   */
  int placedBy(int year, long publication) {
    return placed.getOrDefault(new YearPlacedBy(year, publication), 0);
  }

  /** The place's whole tally: all partitions' added up. */
  Tally whole(Place place) {
    Tally whole = new Tally();
    tallies.getOrDefault(place, Map.of()).values().forEach(whole::add);
    return whole;
  }

  /**
   * TOPIC-PARTITION → next offset up to which everything is in the tallies: what the ledger
   * partition says, and every matters partition has passed on.
   */
  Map<String, Long> covered(int matterPartitions) {
    Map<String, Long> covered = new TreeMap<>();
    coverage.forEach(
        (key, direct) -> {
          if (key.from().source() == TallySource.LEDGER) {
            direct
                .getNextOffsets()
                .forEach(
                    (topic, next) -> {
                      long least = least(direct, topic, next, matterPartitions);
                      if (least > 0) {
                        covered.put(topic + "-" + direct.getPartition(), least);
                      }
                    });
          }
        });
    return covered;
  }

  private long least(Coverage direct, String topic, long next, int matterPartitions) {
    long least = next;
    for (int partition = 0; partition < matterPartitions; partition++) {
      Coverage passedOn =
          coverage.get(
              new CoverageKey(new Source(TallySource.MATTERS, partition), direct.getPartition()));
      long through = passedOn == null ? 0 : passedOn.getNextOffsets().getOrDefault(topic, 0L);
      least = Math.min(least, through);
    }
    return least;
  }

  /** Broker time of the newest input that any partition read, ms; 0 before any. */
  long asOf() {
    return coverage.values().stream().mapToLong(Coverage::getAsOf).max().orElse(0);
  }

  private static Place place(PartialTally partial) {
    return new Place(partial.getYear(), partial.getProvince());
  }

  private static Source source(PartialTally partial) {
    return new Source(partial.getSource(), partial.getPartition());
  }

  private static CoverageKey coverageKey(Coverage covered) {
    return new CoverageKey(
        new Source(covered.getSource(), covered.getPartition()), covered.getLedgerPartition());
  }

  private static byte[] key(PartialTally partial) {
    byte[] province = partial.getProvince().getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(10 + province.length)
        .put((byte) 't')
        .put(number(partial.getSource()))
        .putInt(partial.getPartition())
        .putInt(partial.getYear())
        .put(province)
        .array();
  }

  private static byte[] key(Coverage covered) {
    return ByteBuffer.allocate(10)
        .put((byte) 'c')
        .put(number(covered.getSource()))
        .putInt(covered.getPartition())
        .putInt(covered.getLedgerPartition())
        .array();
  }

  private static byte number(TallySource source) {
    return (byte) (source == TallySource.LEDGER ? 1 : 2);
  }
}
