package dev.paca.faults.workload;

import dev.paca.problems.ProblemCode;
import dev.paca.reports.AgencyKind;
import dev.paca.reports.Audit;
import dev.paca.reports.AuditChannel;
import dev.paca.reports.Conflict;
import dev.paca.topics.Topics;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.serialization.Serializer;

/** Records of every kind that must be turned away, each with the code it must be rejected with. */
final class Poison {
  private static final String AGENCY = "thanh-tra-thu-nghiem";
  private static final int NO_SCHEMA = 987_654;

  private final Serializer<SpecificRecord> serializer;
  private final int partitions;

  /**
   * @param serializer writes reports as agencies do
   * @param partitions of a report topic
   */
  Poison(Serializer<SpecificRecord> serializer, int partitions) {
    this.serializer = serializer;
    this.partitions = partitions;
  }

  /** A kind of poison and how one is made. */
  private record Kind(ProblemCode code, Recipe recipe) {}

  private interface Recipe {
    ProducerRecord<byte[], byte[]> of(Poison poison, String id);
  }

  private static final List<Kind> KINDS =
      List.of(
          new Kind(ProblemCode.NOT_REGISTRY_FRAMED, (p, id) -> p.record(id, new byte[] {7, 0, 1})),
          new Kind(ProblemCode.UNREADABLE_AVRO, (p, id) -> p.record(id, p.half(id))),
          new Kind(ProblemCode.UNKNOWN_SCHEMA_ID, (p, id) -> p.record(id, p.ofNoSchema(id))),
          new Kind(ProblemCode.WRONG_TYPE, (p, id) -> p.record(id, p.ofAnotherTopic(id))),
          new Kind(ProblemCode.KEY_MISSING, (p, id) -> record(null, null, p.framed(audit(id)))),
          new Kind(ProblemCode.KEY_MISMATCH, (p, id) -> p.record(id + "-x", p.framed(audit(id)))),
          new Kind(ProblemCode.VALUE_MISSING, (p, id) -> p.record(id, null)),
          new Kind(ProblemCode.WRONG_PARTITION, (p, id) -> p.elsewhere(id)),
          new Kind(
              ProblemCode.UNKNOWN_PROVINCE,
              (p, id) -> p.record(id, p.framed(changed(id).setProvince("03").build()))),
          new Kind(
              ProblemCode.PROVINCE_NOT_VALID,
              (p, id) ->
                  p.record(
                      id,
                      p.framed(
                          changed(id)
                              .setProvince("94")
                              .setOccurredOn(LocalDate.of(2025, 9, 1))
                              .build()))),
          new Kind(
              ProblemCode.FUTURE_DATE,
              (p, id) ->
                  p.record(
                      id, p.framed(changed(id).setOccurredOn(LocalDate.of(2199, 1, 1)).build()))),
          new Kind(
              ProblemCode.BAD_NUMBER,
              (p, id) -> p.record(id, p.framed(changed(id).setInspections(-1L).build()))),
          new Kind(
              ProblemCode.REVISION_CONFLICT,
              (p, id) -> p.record(id, p.framed(changed(id).setInspections(2L).build()))));

  static int kinds() {
    return KINDS.size();
  }

  /** What must be said of the poison of this number. */
  ProblemCode code(int number) {
    return kind(number).code();
  }

  /** What is sent before it: the same revision with other content, for a conflict; else nothing. */
  List<ProducerRecord<byte[], byte[]>> before(int number) {
    return code(number) == ProblemCode.REVISION_CONFLICT
        ? List.of(record(id(number), framed(audit(id(number)))))
        : List.of();
  }

  ProducerRecord<byte[], byte[]> of(int number) {
    return kind(number).recipe().of(this, id(number));
  }

  private static Kind kind(int number) {
    return KINDS.get(number % KINDS.size());
  }

  private static String id(int number) {
    return "LOI-" + number;
  }

  private ProducerRecord<byte[], byte[]> record(String id, byte[] value) {
    return record(null, key(id), value);
  }

  private static ProducerRecord<byte[], byte[]> record(
      Integer partition, byte[] key, byte[] value) {
    return new ProducerRecord<>(Topics.AUDITS, partition, key, value);
  }

  private ProducerRecord<byte[], byte[]> elsewhere(String id) {
    int home = BuiltInPartitioner.partitionForKey(key(id), partitions);
    return record((home + 1) % partitions, key(id), framed(audit(id)));
  }

  private byte[] half(String id) {
    byte[] whole = framed(audit(id));
    return Arrays.copyOf(whole, whole.length / 2);
  }

  private byte[] ofNoSchema(String id) {
    byte[] framed = framed(audit(id));
    ByteBuffer.wrap(framed).putInt(1, NO_SCHEMA);
    return framed;
  }

  private byte[] ofAnotherTopic(String id) {
    Conflict conflict =
        Conflict.newBuilder()
            .setReportId(id)
            .setRevision(1L)
            .setAgency(AGENCY)
            .setAgencyKind(AgencyKind.HOME_AFFAIRS)
            .setProvince("66")
            .setOccurredOn(LocalDate.of(2024, 5, 1))
            .build();
    return serializer.serialize(Topics.CONFLICTS, conflict);
  }

  private byte[] framed(Audit audit) {
    return serializer.serialize(Topics.AUDITS, audit);
  }

  private static byte[] key(String id) {
    return (AGENCY + "/" + id).getBytes(StandardCharsets.UTF_8);
  }

  private static Audit.Builder changed(String id) {
    return Audit.newBuilder(audit(id));
  }

  private static Audit audit(String id) {
    return Audit.newBuilder()
        .setReportId(id)
        .setRevision(1L)
        .setAgency(AGENCY)
        .setAgencyKind(AgencyKind.INSPECTORATE)
        .setProvince("66")
        .setOccurredOn(LocalDate.of(2024, 5, 1))
        .setChannel(AuditChannel.INSPECTION)
        .setInspections(1L)
        .build();
  }
}
