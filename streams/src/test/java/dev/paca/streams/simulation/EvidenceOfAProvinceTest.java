package dev.paca.streams.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.scoring.province.Province;
import dev.paca.scoring.report.Report;
import dev.paca.scoring.report.ReportType;
import dev.paca.scoring.rubric.Criterion;
import dev.paca.scoring.rubric.Rubric;
import dev.paca.scoring.rubric.Rubrics;
import dev.paca.scoring.tally.Place;
import dev.paca.scoring.tally.Placer;
import dev.paca.streams.evidence.EvidenceQuery;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Random reports, corrected, moved to other provinces and years, taken back and filed again, in
 * ledger tasks that die and move: what the index finds must be what is found in all reports.
 */
@ExtendWith(QuietRubrics.class)
class EvidenceOfAProvinceTest {
  private static final int SEEDS = 150;
  private static final int REPORTS = 60;

  /** Of one seed, so that most of their reports are corrected. */
  private static final int FEW = 4;

  private static final long START = 1_767_225_600_000L;
  private static final long DAY = 86_400_000L;

  /** Codes that begin others, with what sorts before and after the slash. */
  private static final List<String> AGENCIES =
      List.of("A", "A-1", "A1", "AA", "AA-1", "Ă", "B", "B.1", "BA", "C", "CA", "D");

  private final Map<String, Rubric> parsed = new HashMap<>();
  private long readByIndex;
  private long readOfAll;

  @Test
  void isTheSameFoundByWhoReportsThereAsInAllReports() {
    for (int seed = 0; seed < SEEDS; seed++) {
      compare(seed);
    }
    assertThat(readByIndex).as("or the index narrows nothing").isLessThan(readOfAll * 2 / 3);
  }

  private void compare(int seed) {
    Random random = new Random(seed);
    Broker broker = new Broker();
    Tasks tasks = new Tasks(broker, random);
    RandomReport reports = new RandomReport(random);
    SimulatedSerde serde = new SimulatedSerde(() -> false);
    List<String> agencies = new ArrayList<>(AGENCIES);
    Collections.shuffle(agencies, random);
    long now = START;
    for (int i = 0; i < REPORTS; i++) {
      now += random.nextInt(3) == 0 ? DAY : 1_000;
      SpecificRecord body = reports.next();
      RandomReport.set(body, "agency", agencies.get(random.nextInt(FEW)));
      publish(broker, serde, body, now);
      tasks.step();
    }
    tasks.takeAll();
    Rubrics rubrics = rubrics(random);
    Placer placer = new Placer(World.PROVINCES, rubrics);
    StoredReports all = new StoredReports(tasks.running(), false);
    StoredReports some = new StoredReports(tasks.running(), true);
    for (Rubric rubric : rubrics.all()) {
      for (Province province : World.PROVINCES.on(rubric.provincesAsOf())) {
        Place place = new Place(rubric.year(), province.code());
        for (Criterion criterion : rubric.all()) {
          assertThat(
                  new EvidenceQuery(World.PROVINCES, some).find(placer, rubric, place, criterion))
              .as("seed %d, %s, criterion %s", seed, place, criterion.code())
              .isEqualTo(
                  new EvidenceQuery(World.PROVINCES, all).find(placer, rubric, place, criterion));
        }
      }
    }
    readByIndex += some.read();
    readOfAll += all.read();
  }

  private Rubrics rubrics(Random random) {
    RandomRubrics versions = new RandomRubrics(random, parsed);
    return versions.read(Stream.of(2022, 2023, 2024, 2025).map(versions::next).toList());
  }

  private static void publish(Broker broker, SimulatedSerde serde, SpecificRecord body, long now) {
    RandomReport.set(body, "reportId", body.get(0).toString().substring(0, 1));
    byte[] key = Report.of(body).key().kafkaKey().getBytes(StandardCharsets.UTF_8);
    TopicPartition to =
        new TopicPartition(
            ReportType.ofSchema(body.getSchema()).orElseThrow().topic(),
            BuiltInPartitioner.partitionForKey(key, World.PARTITIONS));
    Transaction written = Transaction.open();
    broker.append(to, key, serde.serialize(body), now, written);
    written.commit();
  }

  private static SimulatedTask.Id ledger(int partition) {
    return new SimulatedTask.Id(SimulatedTask.Kind.LEDGER, partition);
  }

  /** The ledger's tasks, in one instance after another. */
  private static final class Tasks {
    private final Broker broker;
    private final Random random;
    private Instance instance;

    Tasks(Broker broker, Random random) {
      this.broker = broker;
      this.random = random;
      startElsewhere();
    }

    private void startElsewhere() {
      instance = new Instance(broker, new Process(broker, () -> START));
      for (int partition = 0; partition < World.PARTITIONS; partition++) {
        instance.start(ledger(partition));
      }
    }

    void step() {
      switch (random.nextInt(12)) {
        case 0 -> {
          instance.leftOpen().ifPresent(Transaction::abort);
          startElsewhere();
        }
        case 1 -> {
          SimulatedTask.Id moved = ledger(random.nextInt(World.PARTITIONS));
          instance.stop(moved);
          instance.start(moved);
        }
        case 2, 3 -> instance.commit();
        case 4, 5 -> takeAll();
        default -> {}
      }
    }

    void takeAll() {
      instance.tasks().forEach(SimulatedTask::processAll);
    }

    Map<SimulatedTask, Process> running() {
      Map<SimulatedTask, Process> running = new HashMap<>();
      instance.tasks().forEach(task -> running.put(task, instance.process()));
      return running;
    }
  }
}
