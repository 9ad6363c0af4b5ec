package dev.paca.streams.simulation;

import dev.paca.streams.ledger.ReporterIndexes;
import dev.paca.streams.rubrics.RubricTable;
import dev.paca.streams.rubrics.RubricUpdate;
import dev.paca.topics.Topics;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.Record;

/**
 * What the threads of a process share: a clock, a registry client, the rubrics as read so far, who
 * reports.
 */
final class Process {
  private static final TopicPartition RUBRICS = new TopicPartition(Topics.RUBRICS, 0);

  private final Broker broker;
  private final LongSupplier clock;
  private final SimulatedSerde serde = new SimulatedSerde(() -> this.registryAway);
  private final RubricTable rubrics = new RubricTable(serde);
  private final MemoryStore store = new MemoryStore(RubricTable.STORE, (key, value) -> {});
  private final RubricUpdate update = new RubricUpdate();
  private final ReporterIndexes reporters = new ReporterIndexes();
  private final SimulatedContext<Void, Void> global;
  private boolean registryAway;
  private long read;

  /** Starts with the rubrics that are there, as a global store is restored before anything runs. */
  Process(Broker broker, LongSupplier clock) {
    this.broker = broker;
    this.clock = clock;
    this.global =
        new SimulatedContext<>(
            new TaskId(-1, 0),
            Map.of(RubricTable.STORE, store),
            clock,
            (record, child) -> {
              throw new IllegalStateException("a global store sends nothing");
            });
    update.init(global);
    readRubrics();
  }

  void readRubrics() {
    boolean more = true;
    while (more) {
      more = readRubric();
    }
  }

  /** Reads one more record of {@code paca.rubrics}; whether there was one. */
  boolean readRubric() {
    Optional<Broker.Stored> next = broker.next(RUBRICS, read);
    next.ifPresent(
        found -> {
          global.reading(new ReadFrom(RUBRICS, found.offset()));
          update.process(new Record<>(found.key(), found.bytes(), found.timestamp()));
          read = found.offset() + 1;
        });
    return next.isPresent();
  }

  void registryAway(boolean away) {
    registryAway = away;
  }

  RubricTable rubrics() {
    return rubrics;
  }

  MemoryStore rubricStore() {
    return store;
  }

  ReporterIndexes reporters() {
    return reporters;
  }

  SimulatedSerde serde() {
    return serde;
  }

  long now() {
    return clock.getAsLong();
  }
}
