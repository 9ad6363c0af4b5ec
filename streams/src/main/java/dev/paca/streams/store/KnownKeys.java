package dev.paca.streams.store;

import com.google.common.hash.BloomFilter;
import com.google.common.hash.Funnels;
import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import java.util.ArrayList;
import java.util.List;

/**
 * Which keys a store may hold, so that it is not asked for what was never put: a miss costs RocksDB
 * more than a hit, for its Java binding throws an exception inside to say so.
 *
 * <p>Bloom filters, each for twice as many keys as the one before: some 10 bits of heap for each
 * key, whatever its length. They hold a key's 64-bit hash instead of the key, which is worked out
 * once for all of them.
 */
public final class KnownKeys {
  private static final HashFunction HASH = Hashing.farmHashFingerprint64();

  /** A filter takes 300 KB; the fewer there are, the fewer are asked for each key. */
  private static final int FIRST = 1 << 18;

  /** Of keys that were never added, so many are asked for in vain. */
  private static final double IN_VAIN = 0.01;

  private final List<BloomFilter<Long>> full = new ArrayList<>();
  private BloomFilter<Long> newest = filter(FIRST);
  private int room = FIRST;

  private static BloomFilter<Long> filter(int keys) {
    return BloomFilter.create(Funnels.longFunnel(), keys, IN_VAIN);
  }

  public void add(byte[] key) {
    long hash = hash(key);
    if (!isInFull(hash)) {
      if (room == 0) {
        full.add(newest);
        room = FIRST << Math.min(full.size(), 10);
        newest = filter(room);
      }
      if (newest.put(hash)) {
        room--;
      }
    }
  }

  /** False only for keys that were never added. */
  public boolean mayHold(byte[] key) {
    long hash = hash(key);
    return newest.mightContain(hash) || isInFull(hash);
  }

  private boolean isInFull(long hash) {
    for (BloomFilter<Long> each : full) {
      if (each.mightContain(hash)) {
        return true;
      }
    }
    return false;
  }

  private static long hash(byte[] key) {
    return HASH.hashBytes(key).asLong();
  }
}
