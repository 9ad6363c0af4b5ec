package dev.paca.streams.freshness;

import dev.paca.internal.FreshnessCoverage;
import dev.paca.internal.PartialFreshness;
import dev.paca.internal.PartialsMessage;
import dev.paca.internal.ReporterFreshness;
import dev.paca.internal.ServedFreshness;
import dev.paca.scoring.freshness.Freshness;
import dev.paca.scoring.freshness.Reporter;
import dev.paca.scoring.province.Province;
import dev.paca.scoring.province.Provinces;
import dev.paca.streams.store.AvroCodec;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * In store {@code partials}: what every ledger partition said last of how fresh its reports are.
 *
 * <ul>
 *   <li>{@code 'f'}, partition (4), UTF-8 {@code CODE} or {@code CODE/DAY} of a province → layout
 *       byte, Avro {@link PartialsMessage} with a {@link PartialFreshness}
 *   <li>{@code 'g'}, partition (4) → the same with a {@link FreshnessCoverage}
 * </ul>
 *
 * A decoded copy is kept in memory: partitions × reporters of them.
 */
public final class PartialFreshnesses {
  private static final byte FRESHNESS = 'f';
  private static final byte COVERAGE = 'g';

  private final Provinces provinces;
  private final KeyValueStore<byte[], byte[]> store;
  private final AvroCodec<PartialsMessage> codec = new AvroCodec<>(PartialsMessage.class);
  private final Map<Province, Map<Integer, PartialFreshness>> partials = new HashMap<>();
  private final Map<Integer, FreshnessCoverage> coverage = new HashMap<>();

  public PartialFreshnesses(Provinces provinces, KeyValueStore<byte[], byte[]> store) {
    this.provinces = provinces;
    this.store = store;
    for (byte first : new byte[] {FRESHNESS, COVERAGE}) {
      try (KeyValueIterator<byte[], byte[]> all =
          store.prefixScan(new byte[] {first}, new ByteArraySerializer())) {
        all.forEachRemaining(entry -> keep(codec.decode(entry.value).getMessage()));
      }
    }
  }

  private void keep(Object message) {
    if (message instanceof PartialFreshness partial) {
      province(partial)
          .ifPresent(
              province ->
                  partials
                      .computeIfAbsent(province, p -> new HashMap<>())
                      .put(partial.getPartition(), partial));
    } else if (message instanceof FreshnessCoverage covered) {
      coverage.put(covered.getPartition(), covered);
    }
  }

  /** Whether this differs from what the partition said last. */
  public boolean put(PartialFreshness partial) {
    String province = FreshnessCodec.key(partial.getProvince(), partial.getSince());
    byte[] code = province.getBytes(StandardCharsets.UTF_8);
    return put(
        ByteBuffer.allocate(5 + code.length)
            .put(FRESHNESS)
            .putInt(partial.getPartition())
            .put(code)
            .array(),
        partial);
  }

  /** As {@link #put(PartialFreshness)}. */
  public boolean put(FreshnessCoverage covered) {
    return put(
        ByteBuffer.allocate(5).put(COVERAGE).putInt(covered.getPartition()).array(), covered);
  }

  private boolean put(byte[] key, Object message) {
    byte[] value = codec.encode(new PartialsMessage(message));
    if (Arrays.equals(value, store.get(key))) {
      return false;
    }
    store.put(key, value);
    keep(message);
    return true;
  }

  /** Provinces, as they were when the work occurred, of which anything was said. */
  public Set<Province> provinces() {
    return Set.copyOf(partials.keySet());
  }

  /** The province that a message is about; empty for a table that does not have it. */
  public Optional<Province> province(PartialFreshness partial) {
    return FreshnessCodec.province(provinces, partial.getProvince(), partial.getSince());
  }

  /** All partitions together. */
  public ServedFreshness whole(Province province) {
    Map<Reporter, Freshness> reporters = new HashMap<>();
    long unnamed = 0;
    for (PartialFreshness partial : partials.getOrDefault(province, Map.of()).values()) {
      for (ReporterFreshness each : partial.getReporters()) {
        reporters.merge(
            FreshnessCodec.reporter(province, each),
            FreshnessCodec.freshness(each),
            Freshness::and);
      }
      unnamed = Math.max(unnamed, partial.getUnnamed());
    }
    FreshnessCodec.Listed listed = FreshnessCodec.list(reporters);
    return ServedFreshness.newBuilder()
        .setProvince(province.code())
        .setSince(FreshnessCodec.since(province))
        .setReporters(listed.reporters())
        .setUnnamed(unnamed + listed.unnamed())
        .build();
  }

  /** TOPIC-PARTITION → next offset up to which everything is in what was said. */
  public Map<String, Long> covered() {
    Map<String, Long> covered = new TreeMap<>();
    coverage.forEach(
        (partition, each) ->
            each.getNextOffsets()
                .forEach((topic, next) -> covered.put(topic + "-" + partition, next)));
    return covered;
  }
}
