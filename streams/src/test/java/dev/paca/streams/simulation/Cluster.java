package dev.paca.streams.simulation;

import dev.paca.registry.RegistryException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongSupplier;

/** Instances, which of them has which task, and everything that may happen to them. */
final class Cluster {
  private static final int INSTANCES = 3;

  private final Broker broker;
  private final LongSupplier clock;
  private final Random random;
  private final List<Instance> instances = new ArrayList<>();
  private final List<Dead> dead = new ArrayList<>();

  /** Its tasks start elsewhere only when its transaction was ended: their offsets hang in it. */
  private record Dead(Optional<Transaction> transaction, List<SimulatedTask.Id> tasks) {}

  Cluster(Broker broker, LongSupplier clock, Random random) {
    this.broker = broker;
    this.clock = clock;
    this.random = random;
    for (int i = 0; i < INSTANCES; i++) {
      instances.add(instance());
    }
    ids().forEach(id -> any().start(id));
  }

  /** Clocks of machines differ. */
  private Instance instance() {
    long skew = random.nextInt(4000) - 2000;
    return new Instance(broker, () -> clock.getAsLong() + skew);
  }

  private static List<SimulatedTask.Id> ids() {
    List<SimulatedTask.Id> ids = new ArrayList<>();
    for (int partition = 0; partition < World.PARTITIONS; partition++) {
      ids.add(new SimulatedTask.Id(SimulatedTask.Kind.LEDGER, partition));
      ids.add(new SimulatedTask.Id(SimulatedTask.Kind.MATTERS, partition));
    }
    ids.add(new SimulatedTask.Id(SimulatedTask.Kind.SCORING, 0));
    return ids;
  }

  private Instance any() {
    return pick(instances);
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  /** One task takes some records of its sources, in any order that each partition allows. */
  void process(int records) {
    Instance on = any();
    if (!on.tasks().isEmpty()) {
      process(on, pick(on.tasks()), records);
    }
  }

  private boolean process(Instance on, SimulatedTask task, int records) {
    boolean any = false;
    try {
      for (int i = 0; i < records && task.process(random); i++) {
        any = true;
      }
    } catch (RegistryException away) {
      // The thread is replaced, and its transaction aborted, as the service's handler says.
      die(on);
      recover();
    }
    return any;
  }

  void punctuate() {
    Instance on = any();
    if (!on.tasks().isEmpty()) {
      pick(on.tasks()).punctuate();
    }
  }

  void commit() {
    any().commit();
  }

  /** Its transaction stays open until somebody ends it. */
  void kill() {
    die(any());
  }

  private void die(Instance instance) {
    dead.add(
        new Dead(
            instance.leftOpen(), instance.tasks().stream().map(SimulatedTask::id).toList()));
    instances.set(instances.indexOf(instance), instance());
  }

  /** The coordinator aborts what the dead left open; others take their tasks. */
  void recover() {
    for (Dead each : dead) {
      each.transaction().ifPresent(Transaction::abort);
      each.tasks().forEach(id -> any().start(id));
    }
    dead.clear();
  }

  void move() {
    Instance from = any();
    if (!from.tasks().isEmpty()) {
      SimulatedTask.Id id = pick(from.tasks()).id();
      from.stop(id);
      any().start(id);
    }
  }

  void readRubric() {
    any().readRubric();
  }

  void registry() {
    any().registryAway(random.nextBoolean());
  }

  /** Everything that was broken works again. */
  void heal() {
    recover();
    for (Instance instance : instances) {
      instance.registryAway(false);
      while (instance.readRubric()) {}
    }
  }

  /** Every task takes all there is and says what it knows. */
  void round() {
    for (Instance instance : instances) {
      for (SimulatedTask task : instance.tasks()) {
        process(instance, task, Integer.MAX_VALUE);
        task.punctuate();
      }
      instance.commit();
    }
  }
}
