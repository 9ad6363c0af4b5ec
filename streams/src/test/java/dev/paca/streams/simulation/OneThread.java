package dev.paca.streams.simulation;

import dev.paca.reports.AgencyKind;
import dev.paca.reports.Appraisal;
import dev.paca.reports.AppraisalStage;
import dev.paca.reports.Audit;
import dev.paca.reports.AuditChannel;
import dev.paca.rubrics.RubricVersion;
import dev.paca.topics.Topics;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.TopicPartition;

/** One thread with all tasks, in the middle of a report's way, and what may happen to it there. */
final class OneThread {
  /** The broker's time of everything that is reported. */
  static final long RECEIVED_AT = 1_767_225_600_000L;

  private static final String AGENCY = "TT94";

  private final Broker broker = new Broker();
  private final SimulatedSerde serde = new SimulatedSerde(() -> false);
  private long clock = RECEIVED_AT;
  private final Process process = new Process(broker, () -> clock);
  private final Reader reader = new Reader(broker);
  private final String points;
  private Instance instance = new Instance(broker, process);

  /** In its own world, at rest, with the first rubric in force. */
  OneThread(String points) {
    this.points = points;
    publish(1, "2022-12-15");
    process.readRubrics();
    Cluster.ids().forEach(instance::start);
    settle();
  }

  Reader reader() {
    return reader;
  }

  void commit() {
    instance.commit();
  }

  /** What was not committed is taken back. */
  void abort() {
    instance.leftOpen().orElseThrow().abort();
  }

  void readRubrics() {
    process.readRubrics();
  }

  /** What the machine's clock says from now on, ms. */
  void clock(long says) {
    clock = says;
  }

  void registryAway(boolean away) {
    process.registryAway(away);
  }

  /** Every task anew, of what was committed. */
  void restart() {
    instance = new Instance(broker, process);
    Cluster.ids().forEach(instance::start);
  }

  private List<SimulatedTask> tasks(SimulatedTask.Kind kind) {
    return instance.tasks().stream().filter(task -> task.id().kind() == kind).toList();
  }

  void take(SimulatedTask.Kind kind) {
    tasks(kind).forEach(SimulatedTask::processAll);
  }

  void flush(SimulatedTask.Kind kind) {
    tasks(kind).forEach(SimulatedTask::punctuate);
  }

  /** Until nobody has anything to say. */
  void settle() {
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

  /** One inspection of province 94 in 2022, revision 1. */
  void report(String id, long cases) {
    report(audit(id).setCorruptionCases(cases).build());
  }

  void report(Audit audit) {
    send(Topics.AUDITS, audit.getReportId(), Optional.of(audit));
  }

  void report(Appraisal appraisal) {
    send(Topics.APPRAISALS, appraisal.getReportId(), Optional.of(appraisal));
  }

  /** To be changed and reported. */
  static Audit.Builder audit(String id) {
    return Audit.newBuilder()
        .setReportId(id)
        .setRevision(1L)
        .setAgency(AGENCY)
        .setAgencyKind(AgencyKind.INSPECTORATE)
        .setProvince("94")
        .setOccurredOn(LocalDate.of(2022, 5, 4))
        .setChannel(AuditChannel.INSPECTION)
        .setCorruptionCases(1L);
  }

  /** The same, of points for the year's only criterion. */
  static Appraisal.Builder appraisal(String id) {
    return Appraisal.newBuilder()
        .setReportId(id)
        .setRevision(1L)
        .setAgency(AGENCY)
        .setAgencyKind(AgencyKind.GOVERNMENT_INSPECTORATE)
        .setProvince("94")
        .setOccurredOn(LocalDate.of(2022, 5, 4))
        .setAssessmentYear(2022)
        .setCriterion("C")
        .setStage(AppraisalStage.APPRAISED)
        .setPoints(new BigDecimal("30.00"));
  }

  void refuse(String id) {
    send(Topics.AUDITS, id, Optional.empty());
  }

  private void send(String topic, String id, Optional<SpecificRecord> body) {
    byte[] key = (AGENCY + "/" + id).getBytes(StandardCharsets.UTF_8);
    int partition = BuiltInPartitioner.partitionForKey(key, World.PARTITIONS);
    append(new TopicPartition(topic, partition), key, body.map(serde::serialize).orElse(null));
  }

  /** Of 2022. */
  void publish(int version, String provincesAsOf) {
    publish(2022, version, provincesAsOf);
  }

  void publish(int year, int version, String provincesAsOf) {
    String yaml =
        """
        rubric: paca
        version: %d
        year: %d
        window: {from: %d-12-16, to: %d-12-15}
        provincesAsOf: %s
        source: test
        criteria:
          - {code: C, name: {vi: vụ, en: cases}, max: 50, provenance: illustrative,
             points: "%s"}
        """
            .formatted(version, year, year - 1, year, provincesAsOf, points);
    append(
        new TopicPartition(Topics.RUBRICS, 0),
        Integer.toString(year).getBytes(StandardCharsets.UTF_8),
        serde.serialize(new RubricVersion("paca", year, version, yaml)));
  }

  private void append(TopicPartition to, byte[] key, byte[] value) {
    Transaction written = Transaction.open();
    broker.append(to, key, value, RECEIVED_AT, written);
    written.commit();
  }
}
