package dev.paca.streams.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One stream thread: its tasks share a producer and its transaction, as exactly_once_v2 does. */
final class Instance {
  private final Broker broker;
  private final Process process;
  private final Map<SimulatedTask.Id, SimulatedTask> tasks = new LinkedHashMap<>();
  private Optional<Transaction> transaction = Optional.empty();

  Instance(Broker broker, Process process) {
    this.broker = broker;
    this.process = process;
  }

  void start(SimulatedTask.Id id) {
    tasks.put(id, new SimulatedTask(id, this, broker));
  }

  /** A task that leaves is committed first, with all the others. */
  void stop(SimulatedTask.Id id) {
    commit();
    tasks.remove(id).close();
  }

  /** A dead thread's tasks are closed, whatever state they are in. */
  void close() {
    tasks.values().forEach(SimulatedTask::close);
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

  Process process() {
    return process;
  }
}
