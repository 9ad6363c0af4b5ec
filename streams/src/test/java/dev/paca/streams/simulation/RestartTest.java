package dev.paca.streams.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.problems.ProblemCode;
import dev.paca.reports.AgencyKind;
import dev.paca.reports.Audit;
import dev.paca.reports.AuditChannel;
import dev.paca.rubrics.RubricVersion;
import dev.paca.scores.ProvinceScore;
import dev.paca.scores.Ranking;
import dev.paca.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What random schedules found once, step by step: one thread, and what happens to it. */
@ExtendWith(QuietRubrics.class)
class RestartTest {
  private static final String AGENCY = "TT94";

  private final Broker broker = new Broker();
  private final SimulatedSerde serde = new SimulatedSerde(() -> false);
  private final Process process = new Process(broker, () -> 1_767_225_600_000L);
  private final Reader reader = new Reader(broker);
  private Instance instance = new Instance(broker, process);

  @BeforeEach
  void starts() {
    publish(1, "2022-12-15");
    process.readRubrics();
    Cluster.ids().forEach(instance::start);
    settle();
  }

  @Test
  void whatWasCommittedBeforeItWasSaidToBeCoveredIsSaidByTheNextTask() {
    report("A-1", 1);
    take(SimulatedTask.Kind.LEDGER);
    instance.commit();
    restart();
    settle();

    assertThat(reader.covered()).isEqualTo(reader.ends(Topics.AUDITS)).hasSize(1);
  }

  @Test
  void whatLeftNothingInTheLedgerIsCoveredByTheNextTaskToo() {
    report("A-1", 1);
    report("A-1", 1);
    refuse("A-1");
    take(SimulatedTask.Kind.LEDGER);
    instance.commit();
    restart();
    settle();

    assertThat(reader.covered()).containsExactlyEntriesOf(reader.ends(Topics.AUDITS));
    assertThat(reader.covered().values()).containsExactly(3L);
    assertThat(reader.rejected()).containsExactly(ProblemCode.VALUE_MISSING.name());
  }

  @Test
  void anotherTopicReadAfterARestartDoesNotTakeBackWhatWasCovered() {
    report("A-1", 1);
    settle();
    restart();
    report("A-2", 1);
    settle();

    assertThat(reader.covered()).isEqualTo(reader.ends(Topics.AUDITS));
  }

  @Test
  void coverageThatMattersReadIsPassedOnAlthoughTheTaskDiesBeforeItsNextFlush() {
    report("A-1", 1);
    take(SimulatedTask.Kind.LEDGER);
    flush(SimulatedTask.Kind.LEDGER);
    instance.commit();
    take(SimulatedTask.Kind.MATTERS);
    instance.commit();
    restart();
    settle();

    assertThat(reader.covered()).isEqualTo(reader.ends(Topics.AUDITS)).hasSize(1);
  }

  @Test
  void aProvinceTouchedBeforeItLeavesTheSetDoesNotKeepTheYearWaiting() {
    report("A-1", 1);
    take(SimulatedTask.Kind.LEDGER);
    publish(2, "2025-07-01");
    process.readRubrics();
    settle();

    assertThat(reader.last(Topics.RANKINGS, Ranking.class).getRubricVersion()).isEqualTo(2);
    assertThat(reader.covered()).isEqualTo(reader.ends(Topics.AUDITS)).hasSize(1);
  }

  @Test
  void aRubricThatCameWhileTheRegistryWasAwayIsAdoptedOnceItIsBack() {
    publish(2, "2022-12-15");
    process.readRubrics();
    process.registryAway(true);
    flush(SimulatedTask.Kind.LEDGER);
    process.registryAway(false);
    settle();

    assertThat(reader.last(Topics.RANKINGS, Ranking.class).getRubricVersion()).isEqualTo(2);
  }

  @Test
  void uncommittedWorkLeavesNothingAndIsDoneAgain() {
    report("A-1", 7);
    take(SimulatedTask.Kind.LEDGER);
    flush(SimulatedTask.Kind.LEDGER);
    instance.leftOpen().orElseThrow().abort();
    restart();
    settle();

    assertThat(reader.last(Topics.PROVINCE_SCORES, ProvinceScore.class).getTotal())
        .isEqualByComparingTo("7");
  }

  private void restart() {
    instance = new Instance(broker, process);
    Cluster.ids().forEach(instance::start);
  }

  private List<SimulatedTask> tasks(SimulatedTask.Kind kind) {
    return instance.tasks().stream().filter(task -> task.id().kind() == kind).toList();
  }

  private void take(SimulatedTask.Kind kind) {
    tasks(kind).forEach(SimulatedTask::processAll);
  }

  private void flush(SimulatedTask.Kind kind) {
    tasks(kind).forEach(SimulatedTask::punctuate);
  }

  /** Until nobody has anything to say. */
  private void settle() {
    long written = -1;
    while (written < broker.written()) {
      written = broker.written();
      for (SimulatedTask task : instance.tasks()) {
        task.processAll();
        task.punctuate();
      }
      instance.commit();
    }
  }

  private void report(String id, long cases) {
    send(
        id,
        Optional.of(
            Audit.newBuilder()
                .setReportId(id)
                .setRevision(1L)
                .setAgency(AGENCY)
                .setAgencyKind(AgencyKind.INSPECTORATE)
                .setProvince("94")
                .setOccurredOn(LocalDate.of(2022, 5, 4))
                .setChannel(AuditChannel.INSPECTION)
                .setCorruptionCases(cases)
                .build()));
  }

  private void refuse(String id) {
    send(id, Optional.empty());
  }

  private void send(String id, Optional<SpecificRecord> body) {
    byte[] key = (AGENCY + "/" + id).getBytes(StandardCharsets.UTF_8);
    int partition = BuiltInPartitioner.partitionForKey(key, World.PARTITIONS);
    append(
        new TopicPartition(Topics.AUDITS, partition), key, body.map(serde::serialize).orElse(null));
  }

  private void publish(int version, String provincesAsOf) {
    String yaml =
        """
        rubric: paca
        version: %d
        year: 2022
        window: {from: 2021-12-16, to: 2022-12-15}
        provincesAsOf: %s
        source: test
        criteria:
          - {code: C, name: {vi: vụ, en: cases}, max: 50, provenance: illustrative,
             points: "double(audits.corruptionCases)"}
        """
            .formatted(version, provincesAsOf);
    append(
        new TopicPartition(Topics.RUBRICS, 0),
        "2022".getBytes(StandardCharsets.UTF_8),
        serde.serialize(new RubricVersion("paca", 2022, version, yaml)));
  }

  private void append(TopicPartition to, byte[] key, byte[] value) {
    Transaction written = Transaction.open();
    broker.append(to, key, value, process.now(), written);
    written.commit();
  }
}
