package dev.paca.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

/** The limits on stores as Kafka Streams opens them: options first, the setter, then the store. */
class StoreMemoryTest {
  private static final int CACHE = 8 << 20;
  private static final int WRITE_BUFFERS = 2 << 20;
  private static final int KEYS = 10_000;
  private static final int VALUE_BYTES = 1_000;

  @TempDir private Path folder;

  @Test
  void allStoresTogetherStayWithinOneBound() throws Exception {
    try (StoreMemory memory = new StoreMemory(CACHE, WRITE_BUFFERS);
        Options options = options(memory.settings());
        RocksDB reports = RocksDB.open(options, folder.resolve("reports").toString());
        RocksDB matters = RocksDB.open(options, folder.resolve("matters").toString())) {
      write(reports);
      write(matters);
      assertThat(read(reports) + read(matters)).isEqualTo(2 * KEYS);

      // 20 MB were written and read. A buffer that is being flushed and blocks in use may lie above
      // the bound for a moment.
      assertThat(memory.used()).isPositive().isLessThan(CACHE + WRITE_BUFFERS);
    }
  }

  @Test
  void aStoreOpensWhateverLimitsItWasWrittenWith() throws Exception {
    String store = folder.resolve("reports").toString();
    try (Options options = options(Map.of());
        RocksDB unlimited = RocksDB.open(options, store)) {
      write(unlimited);
    }
    try (StoreMemory memory = new StoreMemory(CACHE, WRITE_BUFFERS);
        Options options = options(memory.settings());
        RocksDB limited = RocksDB.open(options, store)) {
      assertThat(read(limited)).isEqualTo(KEYS);
      write(limited);
    }
    try (Options options = options(Map.of());
        RocksDB unlimited = RocksDB.open(options, store)) {
      assertThat(read(unlimited)).isEqualTo(KEYS);
    }
  }

  /** A store may be closed after its memory, where a thread did not end in time. */
  @Test
  void memoryThatIsGivenBackTooEarlyStaysAsLongAsAStoreUsesIt() throws Exception {
    StoreMemory memory = new StoreMemory(CACHE, WRITE_BUFFERS);
    try (Options options = options(memory.settings());
        RocksDB store = RocksDB.open(options, folder.resolve("reports").toString())) {
      memory.close();
      write(store);
      assertThat(read(store)).isEqualTo(KEYS);
    }
  }

  private static Options options(Map<String, Object> settings) {
    Options options = new Options().setCreateIfMissing(true);
    options.setTableFormatConfig(new BlockBasedTableConfig());
    new StoreMemory.Limits().setConfig("reports", options, settings);
    return options;
  }

  private static void write(RocksDB store) throws RocksDBException {
    Random random = new Random(1);
    byte[] value = new byte[VALUE_BYTES];
    for (int key = 0; key < KEYS; key++) {
      random.nextBytes(value);
      store.put(key(key), value);
    }
  }

  private static int read(RocksDB store) throws RocksDBException {
    int found = 0;
    for (int key = 0; key < KEYS; key++) {
      found += store.get(key(key)) == null ? 0 : 1;
    }
    return found;
  }

  private static byte[] key(int number) {
    return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
  }
}
