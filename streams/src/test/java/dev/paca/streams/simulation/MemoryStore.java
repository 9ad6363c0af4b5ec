package dev.paca.streams.simulation;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** A store in memory that tells its changelog of every write. */
final class MemoryStore implements KeyValueStore<byte[], byte[]> {
  private final String name;
  private final BiConsumer<byte[], byte[]> changelog;
  private final TreeMap<byte[], byte[]> entries = new TreeMap<>(Arrays::compareUnsigned);

  MemoryStore(String name, BiConsumer<byte[], byte[]> changelog) {
    this.name = name;
    this.changelog = changelog;
  }

  /** A write that the changelog told of. */
  void restore(byte[] key, byte[] value) {
    if (value == null) {
      entries.remove(key);
    } else {
      entries.put(key, value.clone());
    }
  }

  @Override
  public void put(byte[] key, byte[] value) {
    restore(key, value);
    changelog.accept(key, value);
  }

  @Override
  public byte[] get(byte[] key) {
    byte[] found = entries.get(key);
    return found == null ? null : found.clone();
  }

  @Override
  public KeyValueIterator<byte[], byte[]> all() {
    return over(entries);
  }

  @Override
  public <S extends Serializer<P>, P> KeyValueIterator<byte[], byte[]> prefixScan(
      P prefix, S serializer) {
    byte[] start = serializer.serialize(name, prefix);
    TreeMap<byte[], byte[]> found = new TreeMap<>(entries.comparator());
    for (Map.Entry<byte[], byte[]> entry : entries.tailMap(start, true).entrySet()) {
      byte[] key = entry.getKey();
      if (key.length < start.length
          || !Arrays.equals(key, 0, start.length, start, 0, start.length)) {
        break;
      }
      found.put(key, entry.getValue());
    }
    return over(found);
  }

  @Override
  public KeyValueIterator<byte[], byte[]> range(byte[] from, byte[] to) {
    return over(to == null ? entries.tailMap(from, true) : entries.subMap(from, true, to, true));
  }

  @Override
  public byte[] putIfAbsent(byte[] key, byte[] value) {
    byte[] before = get(key);
    if (before == null) {
      put(key, value);
    }
    return before;
  }

  @Override
  public void putAll(List<KeyValue<byte[], byte[]>> all) {
    all.forEach(entry -> put(entry.key, entry.value));
  }

  @Override
  public byte[] delete(byte[] key) {
    byte[] before = get(key);
    put(key, null);
    return before;
  }

  @Override
  public long approximateNumEntries() {
    return entries.size();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void init(StateStoreContext context, StateStore root) {}

  @Override
  public void close() {}

  @Override
  public boolean persistent() {
    return false;
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  private static KeyValueIterator<byte[], byte[]> over(Map<byte[], byte[]> found) {
    // A copy, as the processors may write while they read.
    Iterator<Map.Entry<byte[], byte[]>> entries = List.copyOf(found.entrySet()).iterator();
    return new KeyValueIterator<>() {
      @Override
      public boolean hasNext() {
        return entries.hasNext();
      }

      @Override
      public KeyValue<byte[], byte[]> next() {
        Map.Entry<byte[], byte[]> next = entries.next();
        return KeyValue.pair(next.getKey(), next.getValue());
      }

      @Override
      public byte[] peekNextKey() {
        throw new UnsupportedOperationException("nobody peeks");
      }

      @Override
      public void close() {}
    };
  }
}
