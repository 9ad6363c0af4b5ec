package dev.paca.streams.recount;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.scoring.report.Filed;
import dev.paca.scoring.report.ReportKey;
import dev.paca.scoring.report.ReportType;
import dev.paca.scoring.report.Revisions;
import org.junit.jupiter.api.Test;

class KnownReportTest {
  private static final ReportKey KEY = new ReportKey(ReportType.AUDITS, MemoryInput.AGENCY, "A-1");

  @Test
  void theRevisionThatCountsIsKnownWhateverCameAfterIt() {
    MemoryInput input =
        new MemoryInput()
            .audit("2022-03-01T08:00:00Z", "A-1", 1, "2022-02-01", 3)
            .audit("2022-03-02T08:00:00Z", "A-1", 4, "2022-02-01", 5)
            .audit("2022-03-03T08:00:00Z", "A-1", 2, "2022-02-01", 9)
            .audit("2022-03-04T08:00:00Z", "A-2", 7, "2022-02-01", 9);

    Filed latest = KnownReport.of(input, KEY).map(Revisions::latest).orElseThrow();

    assertThat(latest.revision()).isEqualTo(4);
    assertThat(latest.report().number("corruptionCases")).hasValue(5);
  }

  @Test
  void whatIntakeTurnsAwayIsNotKnown() {
    MemoryInput input = new MemoryInput().audit("2022-03-01T08:00:00Z", "A-1", 1, "2099-02-01", 3);

    assertThat(KnownReport.of(input, KEY)).isEmpty();
  }
}
