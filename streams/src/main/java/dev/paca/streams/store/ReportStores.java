package dev.paca.streams.store;

import java.util.Locale;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.Stores;

/**
 * Where the reports of an instance's partitions are kept while it runs. Their changelogs, from
 * which an instance restores them, are the same.
 */
public enum ReportStores {
  /** On local disk: memory does not grow with the ledger, and a warm start restores nothing. */
  ROCKSDB,
  /** On the heap, which grows with the ledger: faster, and restored whole at every start. */
  MEMORY;

  /** From the configuration's word. */
  public static ReportStores of(String word) {
    for (ReportStores stores : values()) {
      if (stores.name().toLowerCase(Locale.ROOT).equals(word)) {
        return stores;
      }
    }
    throw new IllegalArgumentException("rocksdb or memory");
  }

  /** A store of this kind. */
  public KeyValueBytesStoreSupplier named(String store) {
    return this == MEMORY
        ? Stores.inMemoryKeyValueStore(store)
        : Stores.persistentKeyValueStore(store);
  }
}
