package dev.paca.streams.matters;

import dev.paca.internal.LedgerEntry;
import dev.paca.internal.MatterEvent;
import dev.paca.scoring.report.Filed;
import dev.paca.streams.store.AvroCodec;
import dev.paca.streams.store.LedgerEntries;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * Store {@code matters}: UTF-8 matterId, byte 0, UTF-8 {@code type/AGENCY/REPORTID} → layout byte,
 * Avro {@link LedgerEntry}. A matterId holds no control character, so a prefix is one matter.
 */
public final class MatterStore {
  public static final String NAME = "matters";

  private final AvroCodec<LedgerEntry> codec = new AvroCodec<>(LedgerEntry.class);

  /** The reports on one matter, by type, agency and id. */
  public List<Filed> reports(ReadOnlyKeyValueStore<byte[], byte[]> store, String matterId) {
    List<Filed> reports = new ArrayList<>();
    try (KeyValueIterator<byte[], byte[]> found =
        store.prefixScan(prefix(matterId), new ByteArraySerializer())) {
      found.forEachRemaining(entry -> reports.add(filed(entry.value)));
    }
    return reports;
  }

  public void apply(KeyValueStore<byte[], byte[]> store, MatterEvent event) {
    byte[] prefix = prefix(event.getMatterId());
    byte[] report = event.getReport().getBytes(StandardCharsets.UTF_8);
    byte[] key = ByteBuffer.allocate(prefix.length + report.length).put(prefix).put(report).array();
    store.put(key, event.getEntry() == null ? null : codec.encode(event.getEntry()));
  }

  /** Every matter's reports, one matter after the other. */
  public void scan(ReadOnlyKeyValueStore<byte[], byte[]> store, Consumer<List<Filed>> each) {
    List<Filed> matter = new ArrayList<>();
    try (KeyValueIterator<byte[], byte[]> all = store.all()) {
      while (all.hasNext()) {
        Filed filed = filed(all.next().value);
        if (!matter.isEmpty() && !sameMatter(matter.get(0), filed)) {
          each.accept(List.copyOf(matter));
          matter.clear();
        }
        matter.add(filed);
      }
    }
    if (!matter.isEmpty()) {
      each.accept(List.copyOf(matter));
    }
  }

  private static boolean sameMatter(Filed a, Filed b) {
    return a.report().matterId().equals(b.report().matterId());
  }

  private Filed filed(byte[] value) {
    return LedgerEntries.filed(codec.decode(value));
  }

  private static byte[] prefix(String matterId) {
    byte[] text = matterId.getBytes(StandardCharsets.UTF_8);
    return java.util.Arrays.copyOf(text, text.length + 1);
  }
}
