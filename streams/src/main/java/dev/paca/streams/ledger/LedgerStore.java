package dev.paca.streams.ledger;

import dev.paca.internal.LedgerEntry;
import dev.paca.scoring.report.ReportKey;
import dev.paca.scoring.report.ReportType;
import dev.paca.scoring.report.Revisions;
import dev.paca.streams.store.AvroCodec;
import dev.paca.streams.store.KnownKeys;
import dev.paca.streams.store.LedgerEntries;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * Store {@code reports}: type (1 byte), UTF-8 {@code AGENCY/REPORTID} → layout byte, Avro {@link
 * LedgerEntry}. What else is kept there has keys that begin otherwise: {@link InputCoverage}.
 */
public final class LedgerStore {
  public static final String NAME = "reports";

  /** Behind every key of a report; of the types' numbers, which stay for ever. */
  static final byte BEHIND_REPORTS = 8;

  private static final byte[] FIRST = {1};

  private final AvroCodec<LedgerEntry> codec = new AvroCodec<>(LedgerEntry.class);
  private Optional<KnownKeys> known = Optional.empty();

  /** What is kept of a report; once all were scanned, the store is not asked for a new one. */
  public Optional<Revisions> get(ReadOnlyKeyValueStore<byte[], byte[]> store, ReportKey key) {
    byte[] bytes = bytes(key);
    return known.filter(keys -> !keys.mayHold(bytes)).isPresent()
        ? Optional.empty()
        : Optional.ofNullable(store.get(bytes)).map(this::revisions);
  }

  /**
   * @param entry layout byte, Avro {@link LedgerEntry} of the report
   */
  public void put(KeyValueStore<byte[], byte[]> store, ReportKey key, byte[] entry) {
    byte[] bytes = bytes(key);
    known.ifPresent(keys -> keys.add(bytes));
    store.put(bytes, entry);
  }

  /** Every report, in the order of its key. */
  public void scan(ReadOnlyKeyValueStore<byte[], byte[]> store, Consumer<Revisions> each) {
    KnownKeys keys = new KnownKeys();
    try (KeyValueIterator<byte[], byte[]> all = store.range(FIRST, new byte[] {BEHIND_REPORTS})) {
      all.forEachRemaining(
          entry -> {
            keys.add(entry.key);
            each.accept(revisions(entry.value));
          });
    }
    known = Optional.of(keys);
  }

  /** The stored values of these types, in the order of their keys. */
  public static void values(
      ReadOnlyKeyValueStore<byte[], byte[]> store, Set<ReportType> types, Consumer<byte[]> each) {
    for (ReportType type : types) {
      values(store, new byte[] {number(type)}, each);
    }
  }

  /** The same of one agency's reports of a type; the slash ends its code, which begins others'. */
  static void values(
      ReadOnlyKeyValueStore<byte[], byte[]> store,
      ReportType type,
      String agency,
      Consumer<byte[]> each) {
    values(store, bytes(new ReportKey(type, agency, "")), each);
  }

  private static void values(
      ReadOnlyKeyValueStore<byte[], byte[]> store, byte[] prefix, Consumer<byte[]> each) {
    try (KeyValueIterator<byte[], byte[]> found =
        store.prefixScan(prefix, new ByteArraySerializer())) {
      found.forEachRemaining(entry -> each.accept(entry.value));
    }
  }

  /** The stored value of one report. */
  public static Optional<byte[]> value(ReadOnlyKeyValueStore<byte[], byte[]> store, ReportKey key) {
    return Optional.ofNullable(store.get(bytes(key)));
  }

  private Revisions revisions(byte[] value) {
    return LedgerEntries.revisions(codec.decode(value));
  }

  /** The number of a type in keys stays for ever; it is not the enum's ordinal by accident. */
  private static byte number(ReportType type) {
    return switch (type) {
      case AUDITS -> 1;
      case DENUNCIATIONS -> 2;
      case PROSECUTIONS -> 3;
      case RECOVERIES -> 4;
      case SANCTIONS -> 5;
      case CONFLICTS -> 6;
      case APPRAISALS -> 7;
    };
  }

  private static byte[] bytes(ReportKey key) {
    byte[] text = key.kafkaKey().getBytes(StandardCharsets.UTF_8);
    byte[] bytes = new byte[text.length + 1];
    bytes[0] = number(key.type());
    System.arraycopy(text, 0, bytes, 1, text.length);
    return bytes;
  }
}
