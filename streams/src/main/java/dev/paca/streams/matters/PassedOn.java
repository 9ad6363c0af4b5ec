package dev.paca.streams.matters;

import dev.paca.internal.Coverage;
import dev.paca.scoring.report.Filed;
import dev.paca.scoring.report.Revisions;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Which of the kept reports were told to the scoring task: coverage that is passed on comes behind
 * the tallies it is about. A task may be committed and die between a report and its coverage; the
 * next one then knows of which reports nobody has heard.
 */
final class PassedOn {
  private final MatterStore matters;
  private final KeyValueStore<byte[], byte[]> store;
  private final Map<Integer, Coverage> passedOn = new HashMap<>();
  private final Set<Integer> heardFrom = new HashSet<>();

  PassedOn(MatterStore matters, KeyValueStore<byte[], byte[]> store) {
    this.matters = matters;
    this.store = store;
    for (Coverage coverage : matters.passedOn(store)) {
      passedOn.put(coverage.getLedgerPartition(), coverage);
    }
  }

  /** The last of every ledger partition that was ever heard of, as far as it is kept. */
  Collection<Coverage> all() {
    return passedOn.values();
  }

  /**
   * Whether one of a matter's reports was kept since its coverage was last passed on, perhaps by
   * the task before this one.
   */
  boolean untold(Collection<Revisions> reports) {
    return reports.stream()
        .anyMatch(each -> each.filed().stream().anyMatch(filed -> untold(each, filed)));
  }

  private boolean untold(Revisions revisions, Filed filed) {
    Coverage passed = passedOn.get(filed.partition());
    return passed == null
        || filed.offset()
            >= passed.getNextOffsets().getOrDefault(revisions.key().type().topic(), 0L);
  }

  /** A report of this ledger partition is kept. */
  void heardFrom(int ledgerPartition) {
    heardFrom.add(ledgerPartition);
  }

  /**
   * Its coverage is passed on; written for the first time, and where reports came since the last.
   */
  void told(Coverage coverage) {
    boolean first = passedOn.put(coverage.getLedgerPartition(), coverage) == null;
    if (heardFrom.remove(coverage.getLedgerPartition()) || first) {
      matters.passedOn(store, coverage);
    }
  }
}
