package dev.paca.streams.scoring;

import dev.paca.internal.Coverage;
import dev.paca.internal.PartialsMessage;
import dev.paca.internal.TallySource;
import dev.paca.streams.store.AvroCodec;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * How far every partition said that it has read. In the store {@code partials}:
 *
 * <ul>
 *   <li>{@code 'c'}, source (1), partition (4), ledger partition (4) → layout byte, Avro {@link
 *       PartialsMessage} with a {@link Coverage}
 * </ul>
 *
 * A decoded copy is kept in memory: ledger partitions × partitions of matters of them.
 */
final class KeptCoverage {
  private static final byte[] PREFIX = {'c'};

  /** Whose coverage of which ledger partition. */
  private record Key(Source from, int ledgerPartition) {
    static Key of(Coverage covered) {
      return new Key(
          new Source(covered.getSource(), covered.getPartition()), covered.getLedgerPartition());
    }

    byte[] bytes() {
      return ByteBuffer.allocate(10)
          .put(PREFIX)
          .put(from.number())
          .putInt(from.partition())
          .putInt(ledgerPartition)
          .array();
    }
  }

  private final AvroCodec<PartialsMessage> codec = new AvroCodec<>(PartialsMessage.class);
  private final KeyValueStore<byte[], byte[]> store;
  private final Map<Key, Coverage> coverage = new HashMap<>();

  KeptCoverage(KeyValueStore<byte[], byte[]> store) {
    this.store = store;
    try (KeyValueIterator<byte[], byte[]> all =
        store.prefixScan(PREFIX, new ByteArraySerializer())) {
      all.forEachRemaining(entry -> keep((Coverage) codec.decode(entry.value).getMessage()));
    }
  }

  private void keep(Coverage covered) {
    coverage.put(Key.of(covered), covered);
  }

  /** What was covered stays so: a task that starts says again what the one before it wrote down. */
  void put(Coverage said) {
    Coverage known = coverage.get(Key.of(said));
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
    store.put(Key.of(covered).bytes(), codec.encode(new PartialsMessage(covered)));
    keep(covered);
  }

  /** Whether everything that is covered was placed by this publication. */
  boolean isPlacedBy(long publication) {
    return coverage.values().stream().allMatch(each -> each.getPlacedBy() == publication);
  }

  /**
   * TOPIC-PARTITION → next offset up to which everything was told: what the ledger partition says,
   * and every matters partition has passed on.
   */
  Map<String, Long> nextOffsets(int matterPartitions) {
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
          coverage.get(new Key(new Source(TallySource.MATTERS, partition), direct.getPartition()));
      long through = passedOn == null ? 0 : passedOn.getNextOffsets().getOrDefault(topic, 0L);
      least = Math.min(least, through);
    }
    return least;
  }

  /** Broker time of the newest input that any partition read, ms; 0 before any. */
  long asOf() {
    return coverage.values().stream().mapToLong(Coverage::getAsOf).max().orElse(0);
  }
}
