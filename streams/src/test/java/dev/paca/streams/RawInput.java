package dev.paca.streams;

import dev.paca.reports.AgencyKind;
import dev.paca.reports.Audit;
import dev.paca.reports.AuditChannel;
import dev.paca.settings.ClientSettings;
import dev.paca.settings.Settings;
import dev.paca.settings.SharedSerdes;
import dev.paca.topics.Position;
import dev.paca.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;

/** Bytes into {@code paca.audits}, as any agency's own producer may send them. */
final class RawInput implements AutoCloseable {
  static final String AGENCY = "thanh-tra";
  static final String PROVINCE = "66";

  private final SharedSerdes serdes;
  private final Serializer<SpecificRecord> serializer;
  private final KafkaProducer<byte[], byte[]> producer;

  RawInput(Settings settings, Map<String, Object> more) {
    serdes = new SharedSerdes(settings);
    serdes.learn(List.of(Topics.REJECTED), List.of(Topics.AUDITS));
    serializer = serdes.serializer();
    Map<String, Object> config = new HashMap<>(ClientSettings.kafka(settings));
    config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.MAX_WRAPPED_BYTES);
    config.putAll(more);
    producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
  }

  RawInput(Settings settings) {
    this(settings, Map.of());
  }

  /** They know what is needed to read what was rejected. */
  SharedSerdes serdes() {
    return serdes;
  }

  KafkaProducer<byte[], byte[]> producer() {
    return producer;
  }

  /** Sends a good report, stamped so by the producer. */
  Position send(Audit audit, Long timestamp) throws Exception {
    return position(
        producer
            .send(new ProducerRecord<>(Topics.AUDITS, null, timestamp, key(audit), framed(audit)))
            .get());
  }

  Position send(Audit audit) throws Exception {
    return send(audit, null);
  }

  /** Sends any bytes under a report's key. */
  Position send(String reportId, byte[] value) throws Exception {
    return position(
        producer.send(new ProducerRecord<>(Topics.AUDITS, key(audit(reportId)), value)).get());
  }

  static Position position(RecordMetadata at) {
    return Position.of(at.topic(), at.partition(), at.offset());
  }

  byte[] framed(Audit audit) {
    return serializer.serialize(Topics.AUDITS, audit);
  }

  static byte[] key(Audit audit) {
    return (audit.getAgency() + "/" + audit.getReportId()).getBytes(StandardCharsets.UTF_8);
  }

  static Audit audit(String id) {
    return Audit.newBuilder()
        .setReportId(id)
        .setRevision(1L)
        .setAgency(AGENCY)
        .setAgencyKind(AgencyKind.INSPECTORATE)
        .setProvince(PROVINCE)
        .setOccurredOn(LocalDate.of(2024, 5, 1))
        .setChannel(AuditChannel.INSPECTION)
        .setInspections(1L)
        .setCorruptionCases(1L)
        .build();
  }

  @Override
  public void close() {
    producer.close(Duration.ZERO);
  }
}
