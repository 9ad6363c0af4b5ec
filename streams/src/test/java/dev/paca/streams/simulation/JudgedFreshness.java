package dev.paca.streams.simulation;

import dev.paca.internal.ServedFreshness;
import dev.paca.internal.ServedFreshnessCoverage;
import dev.paca.scoring.freshness.Freshness;
import dev.paca.scoring.freshness.Reporter;
import dev.paca.streams.freshness.FreshnessCodec;
import dev.paca.streams.freshness.FreshnessTable;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** What was served of who reports. */
final class JudgedFreshness {
  private final Map<String, ServedFreshness> served = new HashMap<>();
  private Map<String, Long> covered = Map.of();

  /** Whether the message is about freshness. */
  boolean takes(Object message) {
    if (message instanceof ServedFreshness freshness) {
      served.put(FreshnessCodec.key(freshness.getProvince(), freshness.getSince()), freshness);
      return true;
    }
    if (message instanceof ServedFreshnessCoverage coverage) {
      covered = new TreeMap<>(coverage.getNextOffsets());
      return true;
    }
    return false;
  }

  boolean covers() {
    return !covered.isEmpty();
  }

  void compareIfCovered(Expected expected) {
    if (covers() && covered.equals(expected.covered())) {
      compare(expected);
    }
  }

  void conclude(Expected expected) {
    Violation.unless(
        covered.equals(expected.covered()),
        "freshness covers " + covered + " instead of " + expected.covered());
    compare(expected);
  }

  private void compare(Expected expected) {
    Map<Reporter, Freshness> found = new HashMap<>();
    FreshnessTable.of(served.values(), World.PROVINCES, covered)
        .reporters()
        .forEach(entry -> found.put(entry.by(), entry.freshness()));
    Violation.unless(
        found.equals(expected.freshness()),
        "reporters are " + found + " instead of " + expected.freshness());
  }
}
