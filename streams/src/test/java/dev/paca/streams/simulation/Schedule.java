package dev.paca.streams.simulation;

import dev.paca.scoring.rubric.Rubric;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** One seed's way through the world: what happens, in which order, and that it ends as it must. */
final class Schedule {
  private static final Instant START = Instant.parse("2025-12-31T23:00:00Z");
  private static final int MOST_STEPS = 160;
  private static final int MOST_ROUNDS = 100;

  /** Longer than anything is gathered before it is sent. */
  private static final long GATHERED = 2_000;

  private static final long DAY = 86_400_000L;

  private final Random random;
  private final Broker broker = new Broker();
  private final RandomRubrics rubrics;
  private final Publisher publisher;
  private final Cluster cluster;
  private final Judge judge;
  private final boolean rubricsChange;
  private final List<String> trace = new ArrayList<>();
  private long now = START.toEpochMilli();

  private Schedule(long seed, Map<String, Rubric> parsed) {
    random = new Random(seed);
    rubrics = new RandomRubrics(random, parsed);
    publisher = new Publisher(broker, () -> now, random, rubrics);
    rubricsChange = random.nextBoolean();
    int years = random.nextInt(4);
    for (int year = 0; year < years; year++) {
      publisher.adopted(2022 + year);
    }
    judge = new Judge(broker, rubrics);
    cluster = new Cluster(broker, () -> now, random);
  }

  /**
   * Runs one schedule.
   *
   * @param parsed rubrics read so far, shared by all schedules
   * @return the number of steps
   * @throws Violation with the seed and the way to replay it
   */
  static int run(long seed, Map<String, Rubric> parsed) {
    Schedule schedule = new Schedule(seed, parsed);
    try {
      schedule.run();
      return schedule.trace.size();
    } catch (AssertionError | RuntimeException e) {
      Violation violation =
          new Violation(
              "seed %d: %s%nreplay with -Dpaca.simulation.seed=%d%nsteps: %s"
                  .formatted(seed, e.getMessage(), seed, String.join(", ", schedule.trace)));
      violation.initCause(e);
      throw violation;
    }
  }

  private void run() {
    int steps = 20 + random.nextInt(MOST_STEPS);
    for (int i = 0; i < steps; i++) {
      step();
      judge.look();
      coveredMeansCounted();
    }
    drain();
    judge.conclude(Expected.of(publisher, rubrics));
  }

  private void step() {
    now += random.nextInt(40);
    switch (random.nextInt(29)) {
      case 0, 1, 2, 3, 4 -> did("report", publisher::report);
      case 5 -> did("again", publisher::again);
      case 6 -> did("poison", publisher::poison);
      case 7 -> did("begin", publisher::begin);
      case 8 -> did("end", () -> publisher.end(random.nextBoolean()));
      case 9, 10, 11, 12, 13 -> did("process", () -> cluster.process(1 + random.nextInt(6)));
      case 14, 15, 16 -> did("punctuate", cluster::punctuate);
      case 17, 18 -> did("commit", cluster::commit);
      case 19 -> did("kill", cluster::kill);
      case 20 -> did("recover", cluster::recover);
      case 21 -> did("move", cluster::move);
      case 26 -> did("move scoring", cluster::moveScoring);
      case 23, 24, 25 -> did("loop", cluster::loop);
      case 22 -> did("time", () -> now += random.nextInt(4) == 0 ? DAY : random.nextInt(60_000));
      default -> {
        if (rubricsChange) {
          rubricStep();
        }
      }
    }
  }

  private void rubricStep() {
    switch (random.nextInt(4)) {
      case 0, 1 -> did("rubric", publisher::rubric);
      case 2 -> did("read rubric", cluster::readRubric);
      default -> did("registry", cluster::registry);
    }
  }

  private void did(String what, Runnable step) {
    trace.add(what);
    step.run();
  }

  /** What says that it covers all input is the fold of it: whoever waits for a report sees it. */
  private void coveredMeansCounted() {
    if (judge.mayCoverAll()) {
      judge.compareIfCovered(Expected.of(publisher, rubrics, judge.rubrics()));
    }
  }

  /** Nothing fails any more, and nobody starts anew: what was lost before would stay lost. */
  private void drain() {
    publisher.end(random.nextBoolean());
    cluster.heal();
    long written = -1;
    for (int round = 0; written < broker.written(); round++) {
      Violation.unless(round < MOST_ROUNDS, "never comes to rest");
      written = broker.written();
      now += GATHERED;
      cluster.round();
      judge.look();
    }
  }
}
