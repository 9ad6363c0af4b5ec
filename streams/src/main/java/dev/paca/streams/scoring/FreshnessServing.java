package dev.paca.streams.scoring;

import dev.paca.internal.FreshnessCoverage;
import dev.paca.internal.PartialFreshness;
import dev.paca.internal.ServedFreshness;
import dev.paca.internal.ServedFreshnessCoverage;
import dev.paca.scoring.province.Province;
import dev.paca.streams.freshness.PartialFreshnesses;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** How fresh the reports of each province are, as it has to be said anew. */
final class FreshnessServing {
  private final PartialFreshnesses partials;
  private final ServedStore served;
  private final Set<Province> dirty;
  private boolean ended = true;

  /** The task before this one may have been committed before it said what it knew. */
  FreshnessServing(PartialFreshnesses partials, ServedStore served) {
    this.partials = partials;
    this.served = served;
    this.dirty = new HashSet<>(partials.provinces());
  }

  void put(PartialFreshness partial) {
    if (partials.put(partial)) {
      partials.province(partial).ifPresent(dirty::add);
    }
  }

  void put(FreshnessCoverage coverage) {
    // Also the same coverage ends what a task tells anew.
    ended |= partials.put(coverage) || !dirty.isEmpty();
  }

  /**
   * Key → what is to be served and was not; asking clears it. Nothing before a partition has told
   * all that it tells in one go, which it spreads over a second: each time, a province of all
   * partitions is put together, and every instance makes its table anew.
   */
  Map<String, Object> changed() {
    if (!ended) {
      return Map.of();
    }
    Map<String, Object> changed = new LinkedHashMap<>();
    for (Province province : dirty) {
      ServedFreshness whole = partials.whole(province);
      String key = ServedStore.freshnessKey(whole);
      boolean nothingYet = whole.getReporters().isEmpty() && served.message(key).isEmpty();
      if (!nothingYet && !served.says(key, whole)) {
        changed.put(key, whole);
      }
    }
    dirty.clear();
    ServedFreshnessCoverage coverage = new ServedFreshnessCoverage(partials.covered());
    if (!served.says(ServedStore.FRESHNESS_COVERAGE, coverage)) {
      changed.put(ServedStore.FRESHNESS_COVERAGE, coverage);
    }
    ended = false;
    return changed;
  }
}
