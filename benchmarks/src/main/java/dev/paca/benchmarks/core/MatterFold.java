package dev.paca.benchmarks.core;

import dev.paca.scoring.matter.MatterTallies;
import dev.paca.scoring.report.ReportKey;
import dev.paca.scoring.report.Revisions;
import dev.paca.scoring.tally.Place;
import dev.paca.scoring.tally.Placer;
import dev.paca.scoring.tally.Tally;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Keeps the reports of each case together and counts the case once. */
final class MatterFold {
  private final Map<String, Map<ReportKey, Revisions>> reports = new HashMap<>();
  private final MatterTallies tallies;

  MatterFold(Placer placer) {
    this.tallies = new MatterTallies(placer);
  }

  /** A revision may name another case than the one before it. */
  void replace(Optional<Revisions> before, Revisions now) {
    Set<String> matters = new HashSet<>(now.matterIds());
    before.ifPresent(old -> matters.addAll(old.matterIds()));
    matters.forEach(matter -> replace(matter, now));
  }

  private void replace(String matter, Revisions now) {
    Map<ReportKey, Revisions> known = reports.computeIfAbsent(matter, id -> new TreeMap<>());
    List<Revisions> before = List.copyOf(known.values());
    if (now.matterIds().contains(matter)) {
      known.put(now.key(), now);
    } else {
      known.remove(now.key());
    }
    tallies.replace(matter, before, known.values(), (place, report) -> {});
  }

  Optional<Tally> of(Place place) {
    return tallies.of(place);
  }
}
