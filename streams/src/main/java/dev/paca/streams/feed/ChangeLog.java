package dev.paca.streams.feed;

import java.util.Arrays;

/**
 * A list that one thread appends to while any number of others read, without a lock: readers take
 * the size first and then the array, and what lies below a size never changes.
 */
final class ChangeLog {
  private volatile Change[] changes = new Change[8];
  private volatile int size;

  /** For one thread only. */
  void append(Change change) {
    int next = size;
    if (next == changes.length) {
      changes = Arrays.copyOf(changes, next + (next >> 1) + 1);
    }
    changes[next] = change;
    size = next + 1;
  }

  int size() {
    return size;
  }

  /** Any index below a size that was read before. */
  Change get(int index) {
    return changes[index];
  }

  /** Index of the first change with a higher offset; the size when there is none yet. */
  int indexAfter(long offset) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (changes[middle].offset() <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
