package dev.paca.streams.simulation;

import dev.paca.internal.LedgerEntry;
import dev.paca.scoring.report.ReportKey;
import dev.paca.scoring.report.ReportType;
import dev.paca.scoring.report.Revisions;
import dev.paca.streams.evidence.ReportSource;
import dev.paca.streams.ledger.LedgerStore;
import dev.paca.streams.store.AvroCodec;
import dev.paca.streams.store.LedgerEntries;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What ledger tasks keep, read for evidence by their indexes or whole. */
final class StoredReports implements ReportSource {
  private final Map<SimulatedTask, Process> tasks;
  private final boolean byIndex;
  private final AvroCodec<LedgerEntry> codec = new AvroCodec<>(LedgerEntry.class);
  private long read;

  /**
   * @param tasks of the ledger, and where each runs
   */
  StoredReports(Map<SimulatedTask, Process> tasks, boolean byIndex) {
    this.tasks = tasks;
    this.byIndex = byIndex;
  }

  /** How many reports were read for all that was asked. */
  long read() {
    return read;
  }

  @Override
  public void scan(Consumer<Revisions> each) {
    scan(EnumSet.allOf(ReportType.class), each);
  }

  @Override
  public void scan(Set<ReportType> types, Consumer<Revisions> each) {
    tasks
        .keySet()
        .forEach(task -> LedgerStore.values(task.store(LedgerStore.NAME), types, decoded(each)));
  }

  @Override
  public void scan(Set<ReportType> types, Set<String> provinces, Consumer<Revisions> each) {
    if (!byIndex) {
      scan(types, each);
      return;
    }
    tasks.forEach(
        (task, process) ->
            Violation.unless(
                process
                    .reporters()
                    .values(
                        task.id().partition(),
                        task.store(LedgerStore.NAME),
                        types,
                        provinces,
                        decoded(each)),
                "a task that runs has no index"));
  }

  private Consumer<byte[]> decoded(Consumer<Revisions> each) {
    return value -> {
      read++;
      each.accept(LedgerEntries.revisions(codec.decode(value)));
    };
  }

  @Override
  public Optional<Revisions> report(ReportKey key) {
    throw new UnsupportedOperationException("evidence asks for no single report");
  }

  @Override
  public List<Revisions> matter(String matterId) {
    throw new UnsupportedOperationException("evidence asks for no single matter");
  }
}
