package dev.paca.streams.topology;

import java.util.Map;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * The memory outside the heap that all stores of one instance share. Left to itself each partition
 * of each store takes 50 MB of cache, up to 48 MB of write buffers, and the index and filters of
 * all its files besides: with twelve of them over a gigabyte, and more as the ledger grows.
 *
 * <p>None of this is in the bytes of a store: one that was written with other limits opens.
 */
public final class StoreMemory implements AutoCloseable {
  /** Under this name the instance's memory reaches the stores, through Kafka Streams' settings. */
  private static final String SETTING = "paca.store.memory";

  /** Of the cache, for index and filter blocks: without them a read goes to the disk twice. */
  private static final double FOR_INDEXES = 0.2;

  private final Cache cache;
  private final WriteBufferManager writeBuffers;
  private volatile boolean closed;

  /**
   * @param cacheBytes in all, write buffers included
   * @param writeBufferBytes the part of it that write buffers may take
   */
  public StoreMemory(long cacheBytes, long writeBufferBytes) {
    RocksDB.loadLibrary();
    // As many shards as RocksDB thinks right (-1). Not strict: a strict limit makes an insertion
    // into a full cache fail the read or write that needs it, and with it the task, over and over.
    // So blocks that are in use at the same moment may exceed the limit by some kilobytes each.
    cache = new LRUCache(cacheBytes, -1, false, FOR_INDEXES);
    // What write buffers take is charged to the cache, so that one number bounds both. No stalls: a
    // thread has the stores of several tasks, and one that stops for another's flush stops them
    // all.
    writeBuffers = new WriteBufferManager(writeBufferBytes, cache, false);
  }

  /** What Kafka Streams has to be told. */
  public Map<String, Object> settings() {
    return Map.of(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, Limits.class, SETTING, this);
  }

  /** Bytes of the cache in use, write buffers included. */
  public long used() {
    return closed ? 0 : cache.getUsage();
  }

  /**
   * To be called once the stores are closed. One that is not keeps what it uses of it alive:
   * RocksDB counts who does.
   */
  @Override
  public void close() {
    closed = true;
    writeBuffers.close();
    cache.close();
  }

  private void limit(Options options) {
    BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
    // Instead of 50 MB for each store.
    table.setBlockCache(cache);
    // Else the index and filters of every open file stay outside, and grow with the ledger.
    table.setCacheIndexAndFilterBlocks(true);
    // So that a scan at the start of a task does not drive them out.
    table.setCacheIndexAndFilterBlocksWithHighPriority(true);
    // Those of the newest files are asked at every read; they are few and small.
    table.setPinL0FilterAndIndexBlocksInCache(true);
    options.setTableFormatConfig(table);
    // Whichever store fills the last of it flushes, however small its own buffer is.
    options.setWriteBufferManager(writeBuffers);
  }

  /** Tells each store, as it is opened, of the memory of its instance. */
  public static final class Limits implements RocksDBConfigSetter {
    @Override
    public void setConfig(String store, Options options, Map<String, Object> configs) {
      if (configs.get(SETTING) instanceof StoreMemory memory) {
        memory.limit(options);
      }
    }

    /** Nothing here is one store's own. */
    @Override
    public void close(String store, Options options) {}
  }
}
