package dev.paca.faults.watch;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What was seen that must not be, with its place; read by other threads while it grows. */
final class Violations {
  /** One torn flush may be followed by thousands that do not fit it; nobody reads them all. */
  private static final int ENOUGH = 1000;

  private final List<String> found = new CopyOnWriteArrayList<>();

  void add(RecordAt at, String what) {
    if (found.size() < ENOUGH) {
      found.add(at + ": " + what);
    }
  }

  void unless(boolean right, RecordAt at, String what) {
    if (!right) {
      add(at, what);
    }
  }

  List<String> list() {
    return List.copyOf(found);
  }
}
