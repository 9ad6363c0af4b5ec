package dev.paca.streams.store;

import com.google.common.hash.BloomFilter;
import com.google.common.hash.Funnels;
import java.util.ArrayList;
import java.util.List;

/**
 * Which keys a store may hold, so that it is not asked for what was never put: a miss costs RocksDB
 * more than a hit, for its Java binding throws an exception inside to say so.
 *
 * <p>Bloom filters, each for twice as many keys as the one before: some 10 bits of heap for each
 * key, whatever its length.
 */
public final class KnownKeys {
  private static final int FIRST = 1 << 16;

  /** Of keys that were never added, so many are asked for in vain. */
  private static final double IN_VAIN = 0.01;

  private final List<BloomFilter<byte[]>> filters = new ArrayList<>();
  private BloomFilter<byte[]> newest;
  private int room;

  public KnownKeys() {
    grow(FIRST);
  }

  private void grow(int keys) {
    newest = BloomFilter.create(Funnels.byteArrayFunnel(), keys, IN_VAIN);
    filters.add(newest);
    room = keys;
  }

  public void add(byte[] key) {
    if (!mayHold(key)) {
      if (room == 0) {
        grow(FIRST << Math.min(filters.size(), 12));
      }
      room--;
      newest.put(key);
    }
  }

  /** False only for keys that were never added. */
  public boolean mayHold(byte[] key) {
    for (int i = filters.size() - 1; i >= 0; i--) {
      if (filters.get(i).mightContain(key)) {
        return true;
      }
    }
    return false;
  }
}
