package dev.paca.cli.rejected;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paca.cli.console.CommandFailed;
import dev.paca.rejections.Rejected;
import dev.paca.reports.AgencyKind;
import dev.paca.reports.Conflict;
import dev.paca.scoring.report.Filed;
import dev.paca.scoring.report.Report;
import dev.paca.scoring.report.Revisions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StandingTest {
  private static final long REJECTED_AT = 1_700_000_000_000L;
  private static final long NOW = REJECTED_AT + 86_400_000L;

  @Test
  void whatIsNewUnderItsKeyMayBeReplayed() {
    assertThatCode(() -> check(Optional.empty(), report(1L, 3))).doesNotThrowAnyException();
    assertThatCode(() -> check(known(1L, REJECTED_AT - 1), report(2L, 3)))
        .doesNotThrowAnyException();
    assertThatCode(() -> check(known(null, REJECTED_AT - 1), report(null, 3)))
        .doesNotThrowAnyException();
  }

  @Test
  void theSameRevisionWithOtherContentWouldBeTurnedAwayAgain() {
    assertThatThrownBy(() -> check(known(1L, REJECTED_AT + 1), report(1L, 3)))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.problems())
                    .singleElement()
                    .matches(problem -> problem.field().equals("revision"))
                    .matches(problem -> problem.message().contains("paca.conflicts-1@5")));
  }

  @Test
  void whatWasReportedSinceIsNotReplaced() {
    assertThatThrownBy(() -> check(known(4L, REJECTED_AT + 1), report(3L, 3)))
        .isInstanceOf(CommandFailed.class)
        .hasMessageContaining("a revision above 4");
    assertThatThrownBy(() -> check(known(null, REJECTED_AT + 1), report(null, 3)))
        .isInstanceOf(CommandFailed.class)
        .hasMessageContaining("was reported since, at paca.conflicts-1@5");
  }

  @Test
  void whatIsThereAlreadyIsNotPublishedAgain() {
    assertThatThrownBy(() -> check(known(1L, REJECTED_AT + 1), report(1L, 2)))
        .isInstanceOf(CommandFailed.class)
        .hasMessageContaining("says the same at paca.conflicts-1@5");
  }

  private static void check(Optional<Revisions> known, Report report) {
    Rejected rejected =
        Rejected.newBuilder()
            .setTopic("paca.conflicts")
            .setPartition(0)
            .setOffset(9)
            .setTimestamp(Instant.ofEpochMilli(REJECTED_AT))
            .setCode("BAD_NUMBER")
            .setMessage("zero or more")
            .setProblems(List.of())
            .build();
    Standing.check(known, rejected, report, NOW);
  }

  private static Optional<Revisions> known(Long revision, long receivedAt) {
    return Optional.of(Revisions.of(Filed.of(report(revision, 2), receivedAt, 1, 5)));
  }

  private static Report report(Long revision, long detected) {
    return Report.of(
        Conflict.newBuilder()
            .setReportId("XD-1")
            .setRevision(revision)
            .setAgency("noi-vu")
            .setAgencyKind(AgencyKind.HOME_AFFAIRS)
            .setProvince("94")
            .setOccurredOn(LocalDate.of(2022, 6, 30))
            .setDetected(detected)
            .build());
  }
}
