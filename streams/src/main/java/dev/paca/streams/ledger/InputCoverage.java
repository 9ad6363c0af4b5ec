package dev.paca.streams.ledger;

import dev.paca.internal.Coverage;
import dev.paca.internal.TallySource;
import dev.paca.scoring.report.Filed;
import dev.paca.scoring.report.Revisions;
import dev.paca.streams.store.AvroCodec;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * How far one ledger partition has read its topics, since they began, and how much of that it has
 * told. A task may be committed and die before it has said so, and nobody reads those records
 * again: what was read last is known from the reports that were kept, and of records that left none
 * from a store of its own.
 *
 * <p>Store {@code covered}:
 *
 * <ul>
 *   <li>UTF-8 topic → next offset (8), broker time in ms (8), as of the last record that was turned
 *       away or changed nothing
 *   <li>byte 0 → layout byte, Avro {@link Coverage} as it was told last
 * </ul>
 */
public final class InputCoverage {
  public static final String STORE = "covered";

  private static final byte[] TOLD = {0};

  private final int partition;
  private final AvroCodec<Coverage> codec = new AvroCodec<>(Coverage.class);
  private final KeyValueStore<byte[], byte[]> store;
  private final Map<String, Long> nextOffsets = new TreeMap<>();
  private final Map<String, Long> told = new TreeMap<>();
  private long asOf;
  private boolean advanced;

  InputCoverage(int partition, KeyValueStore<byte[], byte[]> store) {
    this.partition = partition;
    this.store = store;
    try (KeyValueIterator<byte[], byte[]> all = store.all()) {
      while (all.hasNext()) {
        KeyValue<byte[], byte[]> entry = all.next();
        if (Arrays.equals(entry.key, TOLD)) {
          told.putAll(codec.decode(entry.value).getNextOffsets());
        } else {
          ByteBuffer value = ByteBuffer.wrap(entry.value);
          covers(new String(entry.key, StandardCharsets.UTF_8), value.getLong(), value.getLong());
        }
      }
    }
  }

  /**
   * Whether it was kept since the last time that anything was told, perhaps by the task before this
   * one.
   */
  boolean untold(Revisions revisions) {
    long next = told.getOrDefault(revisions.key().type().topic(), 0L);
    return revisions.filed().stream().anyMatch(filed -> filed.offset() >= next);
  }

  /** A report that the ledger keeps. */
  void kept(Revisions revisions) {
    for (Filed filed : revisions.filed()) {
      covers(revisions.key().type().topic(), filed.offset() + 1, filed.receivedAt());
    }
  }

  /** A record that leaves nothing in the ledger. */
  void passed(String topic, long offset, long timestamp) {
    covers(topic, offset + 1, timestamp);
    store.put(
        topic.getBytes(StandardCharsets.UTF_8),
        ByteBuffer.allocate(2 * Long.BYTES).putLong(offset + 1).putLong(timestamp).array());
  }

  private void covers(String topic, long next, long timestamp) {
    nextOffsets.merge(topic, next, Math::max);
    asOf = Math.max(asOf, timestamp);
    advanced = true;
  }

  /** What there is to tell, if anything; from then on it is told. */
  Optional<Coverage> tell() {
    if (!advanced) {
      return Optional.empty();
    }
    advanced = false;
    Coverage coverage = coverage();
    told.putAll(coverage.getNextOffsets());
    store.put(TOLD, codec.encode(coverage));
    return Optional.of(coverage);
  }

  /** Topic → how far it was read. */
  Map<String, Long> nextOffsets() {
    return Collections.unmodifiableMap(nextOffsets);
  }

  private Coverage coverage() {
    return Coverage.newBuilder()
        .setSource(TallySource.LEDGER)
        .setPartition(partition)
        .setLedgerPartition(partition)
        .setNextOffsets(new TreeMap<>(nextOffsets))
        .setAsOf(asOf)
        .build();
  }
}
