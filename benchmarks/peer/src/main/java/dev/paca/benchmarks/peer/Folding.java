package dev.paca.benchmarks.peer;

import dev.paca.scoring.report.Filed;
import dev.paca.scoring.report.ReportKey;
import dev.paca.scoring.report.Revisions;
import dev.paca.scoring.tally.Placer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** The fold in two hash maps: what is known of every report, and the sums. */
final class Folding {
  private final Placer placer = Share.placer();
  private final Map<ReportKey, Revisions> ledger = new HashMap<>();
  private final Map<String, Sums> sums = new HashMap<>();
  private final Set<String> changed = new HashSet<>();

  /** What is kept of the report now; empty where nothing changed. */
  Optional<Revisions> file(Filed filed) {
    Optional<Revisions> before = Optional.ofNullable(ledger.get(filed.report().key()));
    Revisions.Outcome outcome = Revisions.file(before, filed);
    if (outcome.decision() != Revisions.Decision.ACCEPTED) {
      return Optional.empty();
    }
    Revisions now = outcome.now();
    ledger.put(now.key(), now);
    before.flatMap(old -> Share.of(placer, old)).ifPresent(share -> of(share).take(share.vector()));
    Share.of(placer, now).ifPresent(share -> of(share).add(share.vector()));
    return Optional.of(now);
  }

  private Sums of(Share share) {
    changed.add(share.key());
    return sums.computeIfAbsent(share.key(), key -> Sums.none(share.type()));
  }

  /** Tells the sums that changed since the last time. */
  void changes(BiConsumer<String, Sums> each) {
    changed.forEach(key -> each.accept(key, sums.get(key)));
    changed.clear();
  }
}
