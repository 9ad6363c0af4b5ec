package dev.paca.streams.simulation;

import dev.paca.registry.RegistryException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongSupplier;

/** Instances, which of them has which task, and everything that may happen to them. */
final class Cluster {
  private static final int MOST_INSTANCES = 3;

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
    int size = 1 + random.nextInt(MOST_INSTANCES);
    for (int i = 0; i < size; i++) {
      instances.add(new Instance(broker, newProcess()));
    }
    ids().forEach(id -> any().start(id));
  }

  /** Clocks of machines differ. */
  private Process newProcess() {
    long skew = random.nextInt(4000) - 2000;
    return new Process(broker, () -> clock.getAsLong() + skew);
  }

  /** Every task of the topology. */
  static List<SimulatedTask.Id> ids() {
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

  /** Whether it lives. */
  private boolean process(Instance on, SimulatedTask task, int records) {
    try {
      int processed = 0;
      while (processed < records && task.process(random)) {
        processed++;
      }
      return true;
    } catch (RegistryException away) {
      // The thread is replaced, and its transaction aborted, as the service's handler says.
      die(on, on.process());
      recover();
      return false;
    }
  }

  /** What a thread does in one loop, when nothing comes in between. */
  void loop() {
    Instance on = any();
    boolean lives = true;
    for (SimulatedTask task : on.tasks()) {
      lives = lives && process(on, task, 1 + random.nextInt(20));
    }
    if (lives) {
      on.tasks().forEach(this::punctuate);
      on.commit();
    }
  }

  void punctuate() {
    Instance on = any();
    if (!on.tasks().isEmpty()) {
      punctuate(pick(on.tasks()));
    }
  }

  private void punctuate(SimulatedTask task) {
    if (random.nextBoolean()) {
      task.punctuate();
    } else {
      task.punctuateSoon();
    }
  }

  void commit() {
    any().commit();
  }

  /** A thread or its whole process; its transaction stays open until somebody ends it. */
  void kill() {
    Instance instance = any();
    die(instance, random.nextInt(4) == 0 ? newProcess() : instance.process());
  }

  private void die(Instance instance, Process next) {
    List<SimulatedTask.Id> tasks = instance.tasks().stream().map(SimulatedTask::id).toList();
    instance.close();
    dead.add(new Dead(instance.leftOpen(), tasks));
    instances.set(instances.indexOf(instance), new Instance(broker, next));
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

  /** Alone, so that it knows only what it kept: nobody sends again. */
  void moveScoring() {
    for (Instance from : List.copyOf(instances)) {
      List<SimulatedTask.Id> scoring =
          from.tasks().stream()
              .map(SimulatedTask::id)
              .filter(id -> id.kind() == SimulatedTask.Kind.SCORING)
              .toList();
      for (SimulatedTask.Id id : scoring) {
        from.stop(id);
        any().start(id);
      }
    }
  }

  void readRubric() {
    any().process().readRubric();
  }

  void registry() {
    any().process().registryAway(random.nextBoolean());
  }

  /** Everything that was broken works again. */
  void heal() {
    recover();
    for (Instance instance : instances) {
      instance.process().registryAway(false);
      instance.process().readRubrics();
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
