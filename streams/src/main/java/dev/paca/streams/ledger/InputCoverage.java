package dev.paca.streams.ledger;

import dev.paca.internal.Coverage;
import dev.paca.internal.TallySource;
import dev.paca.scoring.report.Filed;
import dev.paca.scoring.report.Revisions;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * How far one ledger partition has read its topics, since they began. A task may be committed and
 * die before it has said so, and nobody reads those records again: what was read last is known from
 * the reports that were kept, and of records that left none from a store of its own.
 *
 * <p>Store {@code covered}: UTF-8 topic → next offset (8), broker time in ms (8), as of the last
 * record that was turned away or changed nothing.
 */
public final class InputCoverage {
  public static final String STORE = "covered";

  private final int partition;
  private final KeyValueStore<byte[], byte[]> store;
  private final Map<String, Long> nextOffsets = new TreeMap<>();
  private long asOf;
  private boolean advanced;

  InputCoverage(int partition, KeyValueStore<byte[], byte[]> store) {
    this.partition = partition;
    this.store = store;
    try (KeyValueIterator<byte[], byte[]> all = store.all()) {
      while (all.hasNext()) {
        KeyValue<byte[], byte[]> entry = all.next();
        ByteBuffer value = ByteBuffer.wrap(entry.value);
        covers(new String(entry.key, StandardCharsets.UTF_8), value.getLong(), value.getLong());
      }
    }
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

  /** Whether there is something to tell; asking clears it. */
  boolean takeAdvanced() {
    boolean result = advanced;
    advanced = false;
    return result;
  }

  /** Topic → how far it was read. */
  Map<String, Long> nextOffsets() {
    return Collections.unmodifiableMap(nextOffsets);
  }

  Coverage coverage() {
    return Coverage.newBuilder()
        .setSource(TallySource.LEDGER)
        .setPartition(partition)
        .setLedgerPartition(partition)
        .setNextOffsets(new TreeMap<>(nextOffsets))
        .setAsOf(asOf)
        .build();
  }
}
