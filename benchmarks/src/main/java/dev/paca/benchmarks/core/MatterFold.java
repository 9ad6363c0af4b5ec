package dev.paca.benchmarks.core;

import dev.paca.scoring.matter.MatterTallies;
import dev.paca.scoring.report.Filed;
import dev.paca.scoring.report.ReportKey;
import dev.paca.scoring.tally.Place;
import dev.paca.scoring.tally.Placer;
import dev.paca.scoring.tally.Tally;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Keeps the reports of each case together and counts the case once. */
final class MatterFold {
  private final Map<String, Map<ReportKey, Filed>> reports = new HashMap<>();
  private final MatterTallies tallies;

  MatterFold(Placer placer) {
    this.tallies = new MatterTallies(placer);
  }

  /** A revision may name another case than the one before it. */
  void replace(Optional<Filed> before, Filed after) {
    Optional<String> old = before.flatMap(filed -> filed.report().matterId());
    Optional<String> now = after.report().matterId();
    old.filter(matter -> !now.equals(old)).ifPresent(matter -> leave(matter, after));
    now.ifPresent(matter -> join(matter, after));
  }

  private void leave(String matter, Filed filed) {
    Map<ReportKey, Filed> known = reports.get(matter);
    List<Filed> before = List.copyOf(known.values());
    known.remove(filed.report().key());
    tallies.replace(before, known.values(), (place, report) -> {});
  }

  private void join(String matter, Filed filed) {
    Map<ReportKey, Filed> known = reports.computeIfAbsent(matter, id -> new TreeMap<>());
    List<Filed> before = List.copyOf(known.values());
    known.put(filed.report().key(), filed);
    tallies.replace(before, known.values(), (place, report) -> {});
  }

  Optional<Tally> of(Place place) {
    return tallies.of(place);
  }
}
