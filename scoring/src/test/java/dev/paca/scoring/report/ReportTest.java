package dev.paca.scoring.report;

import static dev.paca.scoring.ReportSamples.audit;
import static dev.paca.scoring.ReportSamples.filed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paca.internal.MeasureSum;
import dev.paca.reports.AgencyKind;
import dev.paca.reports.ReportStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportTest {

  @ParameterizedTest
  @EnumSource(ReportType.class)
  void everyTypeStartsWithTheSameTenFields(ReportType type) {
    assertThat(type.schema().getFields().stream().limit(10).map(Schema.Field::name))
        .containsExactly(
            "reportId",
            "revision",
            "status",
            "matterId",
            "agency",
            "agencyKind",
            "province",
            "occurredOn",
            "periodFrom",
            "reference");
  }

  @ParameterizedTest
  @EnumSource(ReportType.class)
  void aTypeIsFoundByItsWordTopicAndSchema(ReportType type) {
    assertThat(ReportType.ofWord(type.word())).contains(type);
    assertThat(ReportType.ofTopic("paca." + type.word())).contains(type);
    assertThat(ReportType.ofSchema(type.schema())).contains(type);
  }

  @Test
  void whatIsNoTypeIsNotFound() {
    assertThat(ReportType.ofWord("audit")).isEmpty();
    assertThat(ReportType.ofTopic("audits")).isEmpty();
    assertThat(ReportType.ofSchema(MeasureSum.getClassSchema())).isEmpty();
    assertThatThrownBy(() -> Report.of(new MeasureSum(1, 1L)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("dev.paca.internal.MeasureSum");
  }

  @Test
  void theWordsAreThoseOfTheTopics() {
    assertThat(ReportType.values())
        .extracting(ReportType::word)
        .containsExactly(
            "audits",
            "denunciations",
            "prosecutions",
            "recoveries",
            "sanctions",
            "conflicts",
            "appraisals");
  }

  @Test
  void aReportSaysWhatItsRecordStates() {
    Report report =
        Report.of(
            audit()
                .setRevision(3L)
                .setStatus(ReportStatus.RETRACTED)
                .setMatterId("VA-1")
                .setPeriodFrom(LocalDate.of(2022, 1, 1))
                .setReference("12/KL-TT")
                .setInspections(0L)
                .build());
    assertThat(report.key()).isEqualTo(new ReportKey(ReportType.AUDITS, "TT94", "A-1"));
    assertThat(report.key().kafkaKey()).isEqualTo("TT94/A-1");
    assertThat(report.key().path()).isEqualTo("audits/TT94/A-1");
    assertThat(report.revision()).hasValue(3);
    assertThat(report.retracted()).isTrue();
    assertThat(report.matterId()).contains("VA-1");
    assertThat(report.agencyKind()).isEqualTo(AgencyKind.INSPECTORATE);
    assertThat(report.province()).isEqualTo("94");
    assertThat(report.occurredOn()).isEqualTo("2022-05-04");
    assertThat(report.periodFrom()).contains(LocalDate.of(2022, 1, 1));
    assertThat(report.reference()).contains("12/KL-TT");
    assertThat(report.number("inspections")).isEqualTo(OptionalLong.of(0));
    assertThat(report.number("recoveredVnd")).isEmpty();
  }

  @Test
  void whatIsNotStatedIsEmpty() {
    Report report = Report.of(audit().build());
    assertThat(report.retracted()).isFalse();
    assertThat(List.of(report.matterId(), report.periodFrom(), report.reference()))
        .containsOnly(Optional.empty());
    assertThat(report.revision()).isEmpty();
  }

  @Test
  void keysAreOrderedByTypeThenAgencyThenId() {
    ReportKey a = new ReportKey(ReportType.AUDITS, "B", "2");
    assertThat(a).isLessThan(new ReportKey(ReportType.DENUNCIATIONS, "A", "1"));
    assertThat(a).isGreaterThan(new ReportKey(ReportType.AUDITS, "A", "3"));
    assertThat(a).isLessThan(new ReportKey(ReportType.AUDITS, "B", "3"));
    assertThat(a).isEqualByComparingTo(new ReportKey(ReportType.AUDITS, "B", "2"));
  }

  @Test
  void theDayOfReceiptIsThatOfVietNam() {
    long beforeMidnight = Instant.parse("2023-04-15T16:59:59.999Z").toEpochMilli();
    assertThat(filed(audit().build(), beforeMidnight, 0).receivedOn()).isEqualTo("2023-04-15");
    assertThat(filed(audit().build(), beforeMidnight + 1, 0).receivedOn()).isEqualTo("2023-04-16");
  }
}
