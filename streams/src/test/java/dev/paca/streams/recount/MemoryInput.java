package dev.paca.streams.recount;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.reports.AgencyKind;
import dev.paca.reports.Audit;
import dev.paca.reports.AuditChannel;
import dev.paca.reports.ReportStatus;
import dev.paca.rubrics.RubricVersion;
import dev.paca.scoring.rubric.Rubric;
import dev.paca.scoring.rubric.RubricReader;
import dev.paca.topics.Topics;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;

/** A log in memory: one partition a topic, and a rubric in which a corruption case is a point. */
public final class MemoryInput implements CommittedInput {
  public static final String AGENCY = "thanh-tra-tinh-94";

  private final List<Entry> entries = new ArrayList<>();

  @Override
  public int partitions(String topic) {
    return 1;
  }

  @Override
  public InputTopic read(String topic, Consumer<Entry> each) {
    List<Entry> found = entries.stream().filter(entry -> entry.topic().equals(topic)).toList();
    found.forEach(each);
    return new InputTopic(topic, 1, new TreeMap<>(Map.of(0, (long) found.size())));
  }

  @Override
  public boolean grows() {
    return false;
  }

  public MemoryInput rubric(String time, int version) {
    return rubric(time, version, "");
  }

  /** With more text behind the version's own. */
  public MemoryInput rubric(String time, int version, String more) {
    return add(
        Topics.RUBRICS,
        time,
        "2022",
        new RubricVersion("paca", 2022, version, yaml(version) + more));
  }

  public MemoryInput audit(String time, String id, long revision, String occurredOn, long cases) {
    Audit audit =
        Audit.newBuilder()
            .setReportId(id)
            .setRevision(revision)
            .setStatus(ReportStatus.REPORTED)
            .setAgency(AGENCY)
            .setAgencyKind(AgencyKind.INSPECTORATE)
            .setProvince("94")
            .setOccurredOn(LocalDate.parse(occurredOn))
            .setChannel(AuditChannel.INSPECTION)
            .setCorruptionCases(cases)
            .build();
    return add(Topics.AUDITS, time, AGENCY + "/" + id, audit);
  }

  public MemoryInput add(String topic, String time, String key, SpecificRecord value) {
    long offset = entries.stream().filter(entry -> entry.topic().equals(topic)).count();
    entries.add(
        new Entry(
            topic,
            0,
            offset,
            Instant.parse(time).toEpochMilli(),
            Optional.of(key),
            Optional.of(value),
            Optional.empty(),
            Optional.empty()));
    return this;
  }

  /** A case gives {@code version} points. */
  public static Rubric rubric(int version) {
    return rubric(version, "2021-12-16");
  }

  /** With another first day of the window. */
  public static Rubric rubric(int version, String from) {
    RubricReader.Reading reading = RubricReader.read(yaml(version).replace("2021-12-16", from));
    assertThat(reading.problems()).isEmpty();
    return reading.rubric().orElseThrow();
  }

  public static String yaml(int version) {
    return """
        rubric: paca
        version: %d
        year: 2022
        window: {from: 2021-12-16, to: 2022-12-15}
        provincesAsOf: 2022-12-15
        source: "for tests"
        criteria:
          - code: C
            name: {vi: "Phát hiện", en: "Detection"}
            max: 100
            criteria:
              - code: C.1
                name: {vi: "Vụ việc", en: "Cases"}
                max: 100
                provenance: illustrative
                points: "double(audits.corruptionCases) * %d.0"
        """
        .formatted(version, version);
  }
}
