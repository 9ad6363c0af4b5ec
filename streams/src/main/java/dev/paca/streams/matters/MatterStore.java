package dev.paca.streams.matters;

import dev.paca.internal.Coverage;
import dev.paca.internal.LedgerEntry;
import dev.paca.internal.MatterEvent;
import dev.paca.scoring.report.Revisions;
import dev.paca.streams.store.AvroCodec;
import dev.paca.streams.store.KnownKeys;
import dev.paca.streams.store.LedgerEntries;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * Store {@code matters}:
 *
 * <ul>
 *   <li>UTF-8 matterId, byte 0, UTF-8 {@code type/AGENCY/REPORTID} → layout byte, Avro {@link
 *       LedgerEntry} of a report of which a kept revision names the matter. A matterId holds no
 *       control character, so a prefix is one matter.
 *   <li>byte 0, ledger partition (4) → layout byte, Avro {@link Coverage} of that partition as it
 *       was passed on behind the last of its reports that are kept here
 * </ul>
 */
public final class MatterStore {
  public static final String NAME = "matters";

  private final AvroCodec<LedgerEntry> codec = new AvroCodec<>(LedgerEntry.class);
  private final AvroCodec<Coverage> coverages = new AvroCodec<>(Coverage.class);
  private Optional<KnownKeys> known = Optional.empty();

  /**
   * What is known of one matter, by type, agency and id of its reports; once all were scanned, the
   * store is not asked for a new one.
   */
  public List<Revisions> reports(ReadOnlyKeyValueStore<byte[], byte[]> store, String matterId) {
    List<Revisions> reports = new ArrayList<>();
    if (known.filter(keys -> !keys.mayHold(prefix(matterId))).isEmpty()) {
      values(store, matterId, value -> reports.add(revisions(value)));
    }
    return reports;
  }

  /** The same as stored. */
  public static void values(
      ReadOnlyKeyValueStore<byte[], byte[]> store, String matterId, Consumer<byte[]> each) {
    try (KeyValueIterator<byte[], byte[]> found =
        store.prefixScan(prefix(matterId), new ByteArraySerializer())) {
      found.forEachRemaining(entry -> each.accept(entry.value));
    }
  }

  public void apply(KeyValueStore<byte[], byte[]> store, MatterEvent event) {
    byte[] key = key(event);
    known.ifPresent(
        keys -> {
          keys.add(prefix(event.getMatterId()));
          keys.add(key);
        });
    store.put(key, event.getEntry() == null ? null : bytes(event.getEntry()));
  }

  /** What is known of the event's report as one on its matter. */
  Optional<Revisions> report(ReadOnlyKeyValueStore<byte[], byte[]> store, MatterEvent event) {
    byte[] key = key(event);
    return known.filter(keys -> !keys.mayHold(key)).isPresent()
        ? Optional.empty()
        : Optional.ofNullable(store.get(key)).map(this::revisions);
  }

  private static byte[] key(MatterEvent event) {
    byte[] prefix = prefix(event.getMatterId());
    byte[] report = event.getReport().getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(prefix.length + report.length).put(prefix).put(report).array();
  }

  /** What a report's event says of it; empty where it left the matter. */
  Optional<Revisions> report(MatterEvent event) {
    return Optional.ofNullable(event.getEntry()).map(entry -> revisions(bytes(entry)));
  }

  private static byte[] bytes(ByteBuffer entry) {
    byte[] bytes = new byte[entry.remaining()];
    entry.duplicate().get(bytes);
    return bytes;
  }

  /** Every matter's id and reports, one matter after the other. */
  public void scan(
      ReadOnlyKeyValueStore<byte[], byte[]> store, BiConsumer<String, List<Revisions>> each) {
    KnownKeys keys = new KnownKeys();
    String matterId = null;
    List<Revisions> reports = new ArrayList<>();
    try (KeyValueIterator<byte[], byte[]> all = store.all()) {
      while (all.hasNext()) {
        KeyValue<byte[], byte[]> entry = all.next();
        if (entry.key[0] == 0) {
          continue;
        }
        String next = matterId(entry.key);
        keys.add(prefix(next));
        keys.add(entry.key);
        if (matterId != null && !matterId.equals(next)) {
          each.accept(matterId, List.copyOf(reports));
          reports.clear();
        }
        matterId = next;
        reports.add(revisions(entry.value));
      }
    }
    if (matterId != null) {
      each.accept(matterId, List.copyOf(reports));
    }
    known = Optional.of(keys);
  }

  /** What was passed on of the reports that are kept here, of every ledger partition. */
  List<Coverage> passedOn(ReadOnlyKeyValueStore<byte[], byte[]> store) {
    List<Coverage> passedOn = new ArrayList<>();
    try (KeyValueIterator<byte[], byte[]> found =
        store.prefixScan(new byte[] {0}, new ByteArraySerializer())) {
      found.forEachRemaining(entry -> passedOn.add(coverages.decode(entry.value)));
    }
    return passedOn;
  }

  void passedOn(KeyValueStore<byte[], byte[]> store, Coverage coverage) {
    byte[] key = ByteBuffer.allocate(5).put((byte) 0).putInt(coverage.getLedgerPartition()).array();
    store.put(key, coverages.encode(coverage));
  }

  private static String matterId(byte[] key) {
    int end = 0;
    while (key[end] != 0) {
      end++;
    }
    return new String(key, 0, end, StandardCharsets.UTF_8);
  }

  private Revisions revisions(byte[] value) {
    return LedgerEntries.revisions(codec.decode(value));
  }

  private static byte[] prefix(String matterId) {
    byte[] text = matterId.getBytes(StandardCharsets.UTF_8);
    return Arrays.copyOf(text, text.length + 1);
  }
}
