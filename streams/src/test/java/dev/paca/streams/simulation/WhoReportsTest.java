package dev.paca.streams.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paca.scoring.report.Filed;
import dev.paca.scoring.report.Report;
import dev.paca.scoring.report.ReportType;
import dev.paca.streams.intake.Arrival;
import dev.paca.streams.ledger.LedgerChildren;
import dev.paca.streams.ledger.LedgerProcessor;
import dev.paca.streams.ledger.LedgerStore;
import dev.paca.streams.rubrics.RubricTable;
import dev.paca.streams.watch.RecordCounts;
import dev.paca.topics.Topics;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** When a ledger task's index of who reports may be used, and what it knows by then. */
@ExtendWith(QuietRubrics.class)
class WhoReportsTest {
  private static final BiConsumer<byte[], byte[]> NO_CHANGELOG = (key, value) -> {};
  private static final SimulatedTask.Id LEDGER = new SimulatedTask.Id(SimulatedTask.Kind.LEDGER, 0);

  private final Broker broker = new Broker();
  private final Process process = new Process(broker, () -> OneThread.RECEIVED_AT);
  private final MemoryStore store = new MemoryStore(LedgerStore.NAME, NO_CHANGELOG);

  @Test
  void aReportIsFoundAsSoonAsItIsStored() {
    List<byte[]> found = new ArrayList<>();
    MemoryStore[] told = new MemoryStore[1];
    told[0] = new MemoryStore(LedgerStore.NAME, (key, value) -> read(told[0], found::add));
    LedgerProcessor ledger = ledger(told[0]);

    ledger.process(report("A-1"));

    assertThat(found).hasSize(1);
  }

  @Test
  void whatWasStoredBeforeTheTaskStartedIsFound() {
    ledger(store).process(report("A-1"));
    ledger(store);
    List<byte[]> found = new ArrayList<>();

    assertThat(read(store, found::add)).isTrue();

    assertThat(found).hasSize(1);
  }

  @Test
  void withoutATaskThereIsNoIndex() {
    assertThat(read(store, value -> {})).isFalse();
    Instance instance = new Instance(broker, process);

    instance.start(LEDGER);
    assertThat(read(store, value -> {})).isTrue();

    instance.stop(LEDGER);
    assertThat(read(store, value -> {})).isFalse();
  }

  @Test
  void theEndOfATaskThatWasReplacedDoesNotEndTheIndexOfTheNext() {
    LedgerProcessor replaced = ledger(store);
    ledger(store);

    replaced.close();

    assertThat(read(store, value -> {})).isTrue();
  }

  @Test
  void aTaskThatFailsToStartLeavesNoIndexOfTheOneBefore() {
    ledger(store);
    store.restore(new byte[] {1}, new byte[] {99}); // No layout that anybody knows.

    assertThatThrownBy(() -> ledger(store)).isInstanceOf(RuntimeException.class);

    assertThat(read(store, value -> {})).isFalse();
  }

  @Test
  void aTaskThatEndsOrIsReplacedWhileItIsReadGivesNoAnswer() {
    LedgerProcessor ends = ledger(store);
    ends.process(report("A-1"));
    assertThatThrownBy(() -> read(store, value -> ends.close()))
        .isInstanceOf(InvalidStateStoreException.class);

    ledger(store);
    assertThatThrownBy(() -> read(store, value -> ledger(store)))
        .isInstanceOf(InvalidStateStoreException.class);
  }

  private boolean read(MemoryStore from, Consumer<byte[]> each) {
    return process.reporters().values(0, from, EnumSet.allOf(ReportType.class), Set.of("94"), each);
  }

  /** One of partition 0, that has just started. */
  private LedgerProcessor ledger(MemoryStore reports) {
    LedgerProcessor ledger =
        new LedgerProcessor(
            World.PROVINCES,
            process.rubrics(),
            World.PARTITIONS,
            SimulatedTask.FLUSH,
            new LedgerChildren("partials", "matters", "rejected"),
            new RecordCounts(),
            process.reporters());
    ledger.init(
        new SimulatedContext<>(
            new TaskId(0, 0),
            Map.of(LedgerStore.NAME, reports, RubricTable.STORE, process.rubricStore()),
            () -> OneThread.RECEIVED_AT,
            (record, child) -> {}));
    return ledger;
  }

  private static Record<byte[], Arrival> report(String id) {
    Report report = Report.of(OneThread.audit(id).build());
    Filed filed = Filed.of(report, OneThread.RECEIVED_AT, 0, 0);
    return new Record<>(
        new byte[0],
        new Arrival.Accepted(filed, Topics.AUDITS, new byte[0], new byte[0], Optional.empty()),
        OneThread.RECEIVED_AT);
  }
}
