package dev.paca.cli.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.reports.AgencyKind;
import dev.paca.reports.Conflict;
import dev.paca.reports.Denunciation;
import dev.paca.rubrics.RubricVersion;
import dev.paca.scoring.rubric.RubricReader;
import dev.paca.streams.recount.CommittedInput;
import dev.paca.streams.recount.Entry;
import dev.paca.streams.recount.InputTopic;
import dev.paca.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;

/** A log in memory that gives its records in the order of this list. */
public record WrittenLog(List<Entry> entries, int partitions) implements CommittedInput {
  public static final long START = 1_671_000_000_000L; // 2022-12-14T06:40:00Z
  private static final String AGENCY = "so-noi-vu-94";

  /** Two partitions, three reports that count, one that cannot be read, a tombstone, a rubric. */
  public static WrittenLog small() {
    return new WrittenLog(List.of(), 2)
        .rubric(1)
        .conflict("X-1", 3)
        .conflict("X-2", 4)
        .conflict("X-3", 5)
        .denunciation("D-1", 7)
        .add(Topics.CONFLICTS, 0, Optional.empty(), Optional.empty(), new byte[] {1, 2, 3})
        .add(Topics.SANCTIONS, 1, Optional.of("a/b"), Optional.empty(), null);
  }

  public WrittenLog conflict(String id, long detected) {
    return report(
        Topics.CONFLICTS,
        id,
        Conflict.newBuilder()
            .setReportId(id)
            .setAgency(AGENCY)
            .setAgencyKind(AgencyKind.HOME_AFFAIRS)
            .setProvince("94")
            .setOccurredOn(LocalDate.parse("2022-12-10"))
            .setDetected(detected)
            .build());
  }

  WrittenLog denunciation(String id, long received) {
    return report(
        Topics.DENUNCIATIONS,
        id,
        Denunciation.newBuilder()
            .setReportId(id)
            .setAgency(AGENCY)
            .setAgencyKind(AgencyKind.CITIZEN_RECEPTION)
            .setProvince("92")
            .setOccurredOn(LocalDate.parse("2022-12-11"))
            .setReceived(received)
            .build());
  }

  public WrittenLog rubric(int version) {
    RubricVersion rubric = new RubricVersion("paca", 2022, version, yaml(version));
    return add(Topics.RUBRICS, 0, Optional.of("2022"), Optional.of(rubric), null);
  }

  /** The same records, some changed. */
  WrittenLog with(UnaryOperator<Entry> change) {
    return new WrittenLog(entries.stream().map(change).toList(), partitions);
  }

  @Override
  public int partitions(String topic) {
    return topic.equals(Topics.RUBRICS) ? 1 : partitions;
  }

  @Override
  public InputTopic read(String topic, Consumer<Entry> each) {
    Map<Integer, Long> ends = new TreeMap<>();
    for (int i = 0; i < partitions(topic); i++) {
      ends.put(i, 0L);
    }
    entries.stream()
        .filter(entry -> entry.topic().equals(topic))
        .forEach(
            entry -> {
              each.accept(entry);
              ends.put(entry.partition(), entry.offset() + 1);
            });
    return new InputTopic(topic, partitions(topic), ends);
  }

  @Override
  public boolean grows() {
    return false;
  }

  private WrittenLog report(String topic, String id, SpecificRecord value) {
    String key = AGENCY + "/" + id;
    int home = BuiltInPartitioner.partitionForKey(key.getBytes(StandardCharsets.UTF_8), partitions);
    return add(topic, home, Optional.of(key), Optional.of(value), null);
  }

  private WrittenLog add(
      String topic,
      int partition,
      Optional<String> key,
      Optional<SpecificRecord> value,
      byte[] bytes) {
    long offset =
        entries.stream()
            .filter(entry -> entry.topicPartition().equals(topic + "-" + partition))
            .count();
    List<Entry> more = new ArrayList<>(entries);
    more.add(
        new Entry(
            topic,
            partition,
            offset,
            START + entries.size(),
            key,
            value,
            Optional.ofNullable(bytes),
            Optional.ofNullable(bytes).map(b -> "no record")));
    return new WrittenLog(List.copyOf(more), partitions);
  }

  private static String yaml(int version) {
    String yaml =
        """
        rubric: paca
        version: %d
        year: 2022
        window: {from: 2021-12-16, to: 2022-12-15}
        provincesAsOf: 2022-12-15
        source: "dùng để thử"
        criteria:
          - code: B
            name: {vi: "Phòng ngừa", en: "Prevention"}
            max: 100
            criteria:
              - code: B.1
                name: {vi: "Xung đột lợi ích", en: "Conflicts of interest"}
                max: 60
                provenance: illustrative
                points: "double(conflicts.detected) * %d.5"
              - code: B.2
                name: {vi: "Tố cáo", en: "Denunciations"}
                max: 40
                provenance: illustrative
                points: "double(denunciations.received) / 3.0"
        """
            .formatted(version, version);
    assertThat(RubricReader.read(yaml).problems()).isEmpty();
    return yaml;
  }
}
