package dev.paca.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.rejections.Rejected;
import dev.paca.reports.AgencyKind;
import dev.paca.reports.Audit;
import dev.paca.reports.AuditChannel;
import dev.paca.reports.Conflict;
import dev.paca.settings.ClientSettings;
import dev.paca.topics.Position;
import dev.paca.topics.Topics;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be accepted goes to {@code paca.rejected} with its reason, and the rest goes on. */
class PoisonRecordsIT {
  private static final int PARTITIONS = 3;
  @TempDir static Path folder;
  private static RunningPaca paca;

  @SuppressWarnings("ArrayRecordComponent") // carried, never compared
  private record Sent(String expected, byte[] value, RecordMetadata at) {}

  private final List<Sent> sent = new ArrayList<>();

  @BeforeAll
  static void start() throws Exception {
    paca = RunningPaca.start(folder);
  }

  @AfterAll
  static void stop() {
    paca.close();
  }

  @Test
  void everyPoisonIsRejectedOnceWithItsReasonAndBytesAndThePartitionGoesOn() throws Exception {
    byte[] good = framed(audit("good"));
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            ClientSettings.kafka(paca.settings()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      send(producer, "NOT_REGISTRY_FRAMED", key("a"), new byte[] {7, 0, 0, 0, 1, 2});
      send(producer, "NOT_REGISTRY_FRAMED", key("b"), new byte[0]);
      send(producer, "UNREADABLE_AVRO", key("c"), Arrays.copyOf(good, good.length / 2));
      send(producer, "UNKNOWN_SCHEMA_ID", key("d"), withId(good, 987_654));
      send(producer, "WRONG_TYPE", key("e"), framed(conflict("e")));
      send(producer, "KEY_MISSING", null, good);
      send(producer, "KEY_MISMATCH", key("not-the-report"), good);
      send(producer, "VALUE_MISSING", key("f"), null);
      send(producer, "VALUE_MISSING", null, null);
      sendElsewhere(producer, "WRONG_PARTITION", framed(audit("wrong-partition")));
      Audit neverCode = Audit.newBuilder(audit("g")).setProvince("03").build();
      send(producer, "UNKNOWN_PROVINCE", key("g"), framed(neverCode));
      Audit tooEarly =
          Audit.newBuilder(audit("h"))
              .setProvince("94")
              .setOccurredOn(LocalDate.of(2025, 9, 1))
              .build();
      send(producer, "PROVINCE_NOT_VALID", key("h"), framed(tooEarly));
      Audit future =
          Audit.newBuilder(audit("i"))
              .setProvince("01")
              .setOccurredOn(LocalDate.of(2099, 1, 1))
              .build();
      send(producer, "FUTURE_DATE", key("i"), framed(future));
      Audit negative = Audit.newBuilder(audit("j")).setInspections(-1L).build();
      send(producer, "BAD_NUMBER", key("j"), framed(negative));
    }

    // What comes while the instance is away is turned away by the next one, nothing by both.
    paca.stopService();
    sendLarge();
    paca.startService();

    Position last =
        paca.publish(
            List.of(audit("after-1"), audit("after-2"), audit("after-3"), audit("after-4")));

    assertThat(paca.get("/v1/assessments/2024/ranking", covered(last)).statusCode()).isEqualTo(200);
    Map<String, List<Rejected>> rejected =
        RejectedReports.all(paca.settings()).stream()
            .collect(
                Collectors.groupingBy(
                    r -> r.getPartition() + "@" + r.getOffset(),
                    TreeMap::new,
                    Collectors.toList()));
    for (Sent each : sent) {
      List<Rejected> found = rejected.get(each.at().partition() + "@" + each.at().offset());
      assertThat(found).as(each.expected()).hasSize(1);
      assertThat(found.get(0).getCode()).isEqualTo(each.expected());
      assertThat(found.get(0).getTopic()).isEqualTo(Topics.AUDITS);
      assertThat(found.get(0).getMessage()).isNotBlank();
      if (each.value() != null && each.value().length > Topics.MAX_INPUT_BYTES) {
        assertThat(found.get(0).getMessage()).contains(each.value().length + " bytes");
        assertThat(found.get(0).getValue().remaining()).isGreaterThan(1_000_000);
      } else {
        assertThat(found.get(0).getValue())
            .isEqualTo(each.value() == null ? null : ByteBuffer.wrap(each.value()));
      }
    }
    assertThat(rejected).hasSameSizeAs(sent);
  }

  /** The last positions and those of what was rejected: the answer must cover both. */
  private Position covered(Position last) {
    Position all = last;
    for (Sent each : sent) {
      all = all.plus(Position.of(Topics.AUDITS, each.at().partition(), each.at().offset()));
    }
    return all;
  }

  private void send(
      KafkaProducer<byte[], byte[]> producer, String expected, byte[] key, byte[] value)
      throws Exception {
    sent.add(
        new Sent(
            expected, value, producer.send(new ProducerRecord<>(Topics.AUDITS, key, value)).get()));
  }

  /** As large as the topic takes; a key that its problem quotes; and much larger once unpacked. */
  private void sendLarge() throws Exception {
    Map<String, Object> config = new TreeMap<>(ClientSettings.kafka(paca.settings()));
    config.put("max.request.size", 16 << 20);
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
      byte[] largest = new byte[Topics.MAX_INPUT_BYTES - 100];
      Arrays.fill(largest, (byte) 7);
      send(producer, "NOT_REGISTRY_FRAMED", key("l"), largest);
      byte[] quoted = key("k".repeat(Topics.MAX_INPUT_BYTES - 1_000));
      send(producer, "KEY_MISMATCH", quoted, framed(audit("m")));
    }
    config.put("compression.type", "gzip");
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
      send(producer, "UNREADABLE_AVRO", key("n"), Arrays.copyOf(framed(audit("n")), 8 << 20));
    }
  }

  private void sendElsewhere(KafkaProducer<byte[], byte[]> producer, String expected, byte[] value)
      throws Exception {
    byte[] key = key("wrong-partition");
    int elsewhere = (BuiltInPartitioner.partitionForKey(key, PARTITIONS) + 1) % PARTITIONS;
    sent.add(
        new Sent(
            expected,
            value,
            producer.send(new ProducerRecord<>(Topics.AUDITS, elsewhere, key, value)).get()));
  }

  private static byte[] key(String id) {
    return ("thanh-tra/" + id).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] framed(SpecificRecord report) {
    return ClientSettings.valueSerializer(paca.settings())
        .serialize(report instanceof Audit ? Topics.AUDITS : Topics.CONFLICTS, report);
  }

  private static byte[] withId(byte[] framed, int id) {
    byte[] copy = framed.clone();
    ByteBuffer.wrap(copy).putInt(1, id);
    return copy;
  }

  private static Audit audit(String id) {
    return Audit.newBuilder()
        .setReportId(id)
        .setRevision(1L)
        .setAgency("thanh-tra")
        .setAgencyKind(AgencyKind.INSPECTORATE)
        .setProvince("66")
        .setOccurredOn(LocalDate.of(2024, 5, 1))
        .setChannel(AuditChannel.INSPECTION)
        .setInspections(1L)
        .build();
  }

  private static Conflict conflict(String id) {
    return Conflict.newBuilder()
        .setReportId(id)
        .setRevision(1L)
        .setAgency("thanh-tra")
        .setAgencyKind(AgencyKind.HOME_AFFAIRS)
        .setProvince("66")
        .setOccurredOn(LocalDate.of(2024, 5, 1))
        .build();
  }
}
