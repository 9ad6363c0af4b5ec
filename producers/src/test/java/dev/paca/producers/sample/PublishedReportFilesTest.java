package dev.paca.producers.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.report.Report;
import dev.paca.scoring.report.ReportKey;
import dev.paca.scoring.report.ReportWarnings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code samples/reports}: what agencies really published. */
class PublishedReportFilesTest {
  private final List<Report> reports = SampleFiles.reports(SampleFiles.REPORTS);

  @Test
  void everyRowIsAcceptedAsItWasPublished() {
    assertThat(reports).hasSize(198);
  }

  @Test
  void everyRowNamesItsSource() {
    assertThat(reports).allMatch(report -> report.reference().isPresent());
  }

  @Test
  void noRevisionIsSaidTwice() {
    Map<ReportKey, Long> latest = new HashMap<>();
    for (Report report : reports) {
      Long before = latest.put(report.key(), report.revision().orElseThrow());
      assertThat(before == null || before < report.revision().getAsLong())
          .as(report.key().path())
          .isTrue();
    }
  }

  @Test
  void moreRecoveredThanDueIsAWarningAndNoRefusal() {
    assertThat(reports)
        .filteredOn(report -> report.key().reportId().equals("REC-92-2024-criminal"))
        .singleElement()
        .satisfies(report -> assertThat(ReportWarnings.of(report)).isNotEmpty());
  }

  @Test
  void aCodeThatChangedItsMeaningIsReadByTheDateOfItsReport() {
    assertThat(reports)
        .filteredOn(report -> report.key().reportId().startsWith("AUD-44-"))
        .extracting(
            report ->
                Provinces.standard()
                    .resolve(report.province(), report.occurredOn())
                    .orElseThrow()
                    .name())
        .contains("Quảng Bình", "Quảng Trị");
  }
}
