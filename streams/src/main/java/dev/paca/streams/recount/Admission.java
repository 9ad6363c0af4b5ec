package dev.paca.streams.recount;

import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.report.Filed;
import dev.paca.scoring.report.Report;
import dev.paca.scoring.report.ReportCheck;
import dev.paca.scoring.report.ReportType;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;

/** Which records of a report topic are reports that count: those that intake does not turn away. */
record Admission(Provinces provinces, int partitions) {

  /** Empty for a record that belongs into {@code paca.rejected}. */
  Optional<Filed> admit(Entry entry) {
    Optional<SpecificRecord> body = entry.value();
    if (body.isEmpty() || entry.key().isEmpty() || !ofItsTopic(entry, body.get())) {
      return Optional.empty();
    }
    LocalDate receivedOn = Filed.dateOf(entry.timestamp());
    if (!ReportCheck.check(body.get(), provinces, receivedOn).isEmpty()) {
      return Optional.empty();
    }
    Report report = Report.of(body.get());
    String key = report.key().kafkaKey();
    return key.equals(entry.key().get()) && partition(key) == entry.partition()
        ? Optional.of(Filed.of(report, entry.timestamp(), entry.partition(), entry.offset()))
        : Optional.empty();
  }

  private static boolean ofItsTopic(Entry entry, SpecificRecord body) {
    return ReportType.ofTopic(entry.topic()).equals(ReportType.ofSchema(body.getSchema()));
  }

  private int partition(String key) {
    return BuiltInPartitioner.partitionForKey(key.getBytes(StandardCharsets.UTF_8), partitions);
  }
}
