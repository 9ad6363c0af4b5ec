package dev.paca.producers.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.reports.AgencyKind;
import dev.paca.reports.Conflict;
import dev.paca.reports.ReportStatus;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PublishedReportsTest {
  private static final String KEY = "so-noi-vu-94/XD-1";

  private final PublishedReports reports = new PublishedReports();

  @Test
  void aStatedRevisionIsPublishedWhenItIsThereWithItsContent() {
    reports.expect(conflict(1L, 5));
    reports.add(KEY, conflict(1L, 5), 100);
    reports.add(KEY, conflict(2L, 6), 200);

    assertThat(reports.contains(conflict(1L, 5))).isTrue();
    assertThat(reports.contains(conflict(2L, 6))).isTrue();
    assertThat(reports.contains(conflict(2L, 5))).isFalse();
    assertThat(reports.contains(conflict(3L, 6))).isFalse();
  }

  @Test
  void withoutARevisionOnlyWhatCountsNowIsPublished() {
    reports.expect(conflict(null, 5));
    reports.add(KEY, conflict(null, 5), 100);
    assertThat(reports.contains(conflict(null, 5))).isTrue();

    reports.add(KEY, conflict(null, 6), 200);
    assertThat(reports.contains(conflict(null, 5))).isFalse();
  }

  @Test
  void aLateOldRevisionIsNotWhatCounts() {
    reports.expect(conflict(null, 1));
    reports.add(KEY, conflict(2L, 6), 100);
    reports.add(KEY, conflict(1L, 5), 200);
    reports.expect(conflict(null, 5));

    assertThat(reports.contains(conflict(null, 6))).isTrue();
    assertThat(reports.contains(conflict(null, 5))).isFalse();
  }

  @Test
  void twoVersionsInOneBatchAreBothPublishedWhenTheSecondCounts() {
    reports.expect(conflict(null, 5));
    reports.expect(conflict(null, 6));
    assertThat(reports.contains(conflict(null, 5))).isFalse();

    reports.add(KEY, conflict(null, 5), 100);
    reports.add(KEY, conflict(null, 6), 100);

    assertThat(reports.contains(conflict(null, 5))).isTrue();
    assertThat(reports.contains(conflict(null, 6))).isTrue();
  }

  @Test
  void aRowThatRepeatsAnEarlierOneOfItsBatchIsPublishedOnce() {
    reports.expect(conflict(null, 5));
    reports.expect(conflict(null, 5));
    reports.publishing(conflict(null, 5), 100);

    assertThat(reports.contains(conflict(null, 5))).isTrue();
  }

  @Test
  void contentIsEverythingButTheRevision() {
    Conflict retracted =
        Conflict.newBuilder(conflict(null, 5)).setStatus(ReportStatus.RETRACTED).build();

    assertThat(Fingerprint.of(conflict(null, 5))).isEqualTo(Fingerprint.of(conflict(9L, 5)));
    assertThat(Fingerprint.of(conflict(null, 5))).isNotEqualTo(Fingerprint.of(retracted));
    assertThat(Fingerprint.of(conflict(null, 5))).isNotEqualTo(Fingerprint.of(conflict(null, 6)));
  }

  private static Conflict conflict(Long revision, long detected) {
    return Conflict.newBuilder()
        .setReportId("XD-1")
        .setAgency("so-noi-vu-94")
        .setAgencyKind(AgencyKind.HOME_AFFAIRS)
        .setProvince("94")
        .setOccurredOn(LocalDate.of(2022, 6, 30))
        .setRevision(revision)
        .setDetected(detected)
        .build();
  }
}
