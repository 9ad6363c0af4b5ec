package dev.paca.streams.simulation;

import dev.paca.streams.rubrics.RubricTable;
import dev.paca.streams.rubrics.RubricUpdate;
import dev.paca.topics.Topics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.Record;

/**
 * One stream thread with its producer, and the global thread that reads the rubrics beside it. Its
 * tasks share one transaction, as under exactly_once_v2.
 */
final class Instance {
  private static final TopicPartition RUBRICS = new TopicPartition(Topics.RUBRICS, 0);

  private final Broker broker;
  private final LongSupplier clock;
  private final SimulatedSerde serde = new SimulatedSerde(() -> this.registryAway);
  private final RubricTable rubrics = new RubricTable(serde);
  private final MemoryStore rubricStore = new MemoryStore(RubricTable.STORE, (key, value) -> {});
  private final RubricUpdate update = new RubricUpdate();
  private final SimulatedContext<Void, Void> global;
  private final Map<SimulatedTask.Id, SimulatedTask> tasks = new LinkedHashMap<>();
  private Optional<Transaction> transaction = Optional.empty();
  private boolean registryAway;
  private long rubricsRead;

  /** Starts with the rubrics that are there, as a global store is restored before anything runs. */
  Instance(Broker broker, LongSupplier clock) {
    this.broker = broker;
    this.clock = clock;
    this.global =
        new SimulatedContext<>(
            new TaskId(-1, 0),
            Map.of(RubricTable.STORE, rubricStore),
            clock,
            (record, child) -> {
              throw new IllegalStateException("a global store sends nothing");
            });
    update.init(global);
    while (readRubric()) {}
  }

  /** Reads one more record of {@code paca.rubrics}; whether there was one. */
  boolean readRubric() {
    Optional<Broker.Stored> next = broker.next(RUBRICS, rubricsRead);
    next.ifPresent(
        found -> {
          global.reading(new ReadFrom(RUBRICS, found.offset()));
          update.process(new Record<>(found.key(), found.bytes(), found.timestamp()));
          rubricsRead = found.offset() + 1;
        });
    return next.isPresent();
  }

  void start(SimulatedTask.Id id) {
    tasks.put(id, new SimulatedTask(id, this, broker));
  }

  /** A task that leaves is committed first, with all the others. */
  void stop(SimulatedTask.Id id) {
    commit();
    tasks.remove(id);
  }

  List<SimulatedTask> tasks() {
    return new ArrayList<>(tasks.values());
  }

  void commit() {
    transaction.ifPresent(broker::commit);
    transaction = Optional.empty();
  }

  /** What a dead instance leaves behind: a transaction that is still open, perhaps. */
  Optional<Transaction> leftOpen() {
    return transaction;
  }

  Transaction transaction() {
    if (transaction.isEmpty()) {
      transaction = Optional.of(Transaction.open());
    }
    return transaction.get();
  }

  void registryAway(boolean away) {
    registryAway = away;
  }

  RubricTable rubrics() {
    return rubrics;
  }

  MemoryStore rubricStore() {
    return rubricStore;
  }

  SimulatedSerde serde() {
    return serde;
  }

  long now() {
    return clock.getAsLong();
  }
}
