package dev.paca.scoring.report;

import static dev.paca.scoring.ReportSamples.audit;
import static dev.paca.scoring.ReportSamples.filed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paca.reports.ReportStatus;
import dev.paca.scoring.report.Revisions.Decision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RevisionsTest {
  private static final long T = 1_700_000_000_000L;
  private static final long DAY = 86_400_000L;

  @Test
  void theFirstReportIsAccepted() {
    assertThat(Revisions.file(Optional.empty(), numbered(3, 1, T, 0)).decision())
        .isEqualTo(Decision.ACCEPTED);
  }

  @Test
  void aHigherRevisionWinsAndALowerOneChangesNothing() {
    Filed two = numbered(2, 7, T, 5);
    assertThat(decide(two, numbered(3, 8, T - 1, 6))).isEqualTo(Decision.ACCEPTED);
    assertThat(decide(two, numbered(1, 8, T + 1, 6))).isEqualTo(Decision.OLDER);
  }

  @Test
  void anExactRepeatChangesNothing() {
    assertThat(decide(numbered(2, 7, T, 5), numbered(2, 7, T + 9, 6)))
        .isEqualTo(Decision.DUPLICATE);
    assertThat(decide(numbered(2, 7, T, 5), numbered(2, 7, T, 5))).isEqualTo(Decision.DUPLICATE);
  }

  @Test
  void theSameRevisionWithOtherContentIsAConflict() {
    assertThat(decide(numbered(2, 7, T, 5), numbered(2, 8, T + 9, 6))).isEqualTo(Decision.CONFLICT);
  }

  @Test
  void readOutOfOrderWhatWasFirstInTheLogIsTheRevision() {
    assertThat(decide(numbered(2, 7, T + 9, 6), numbered(2, 8, T, 5))).isEqualTo(Decision.ACCEPTED);
    assertThat(decide(numbered(2, 7, T + 9, 6), numbered(2, 7, T, 5))).isEqualTo(Decision.ACCEPTED);
  }

  @Test
  void ofTwoThatStateNoRevisionTheLaterPublishedWins() {
    Filed first = unnumbered(7, T, 5);
    assertThat(decide(first, unnumbered(8, T + 1, 6))).isEqualTo(Decision.ACCEPTED);
    assertThat(decide(first, unnumbered(8, T - 1, 4))).isEqualTo(Decision.OLDER);
  }

  @Test
  void withinOneMillisecondTheOffsetSaysWhichWasLater() {
    Filed first = unnumbered(7, T, 5);
    assertThat(decide(first, unnumbered(8, T, 6))).isEqualTo(Decision.ACCEPTED);
    assertThat(decide(first, unnumbered(8, T, 4))).isEqualTo(Decision.OLDER);
  }

  @Test
  void theSameContentWithoutARevisionIsADuplicateWheneverItIsPublished() {
    assertThat(decide(unnumbered(7, T, 5), unnumbered(7, T + 1, 6))).isEqualTo(Decision.DUPLICATE);
    assertThat(decide(unnumbered(7, T, 5), unnumbered(7, T, 6))).isEqualTo(Decision.DUPLICATE);
  }

  @Test
  void anUnstatedRevisionIsTheTimeOfPublicationInMilliseconds() {
    assertThat(unnumbered(7, T, 5).revision()).isEqualTo(T);
    assertThat(numbered(4, 7, T, 5).revision()).isEqualTo(4);
    assertThat(decide(unnumbered(7, T, 5), numbered(3, 8, T + 1, 6))).isEqualTo(Decision.OLDER);
    assertThat(decide(numbered(3, 8, T, 5), unnumbered(7, T, 6))).isEqualTo(Decision.ACCEPTED);
    assertThat(decide(unnumbered(7, T, 5), numbered(T, 7, T + 1, 6))).isEqualTo(Decision.CONFLICT);
  }

  @Test
  void ofEveryDayTheLatestRevisionAtItsEndIsKept() {
    Revisions kept = file(numbered(1, 1, T, 0), numbered(2, 2, T + DAY, 1));
    kept = kept.file(numbered(3, 3, T + DAY + 1, 2)).now();
    kept = kept.file(numbered(4, 4, T + 3 * DAY, 3)).now();
    assertThat(kept.filed()).extracting(Filed::revision).containsExactly(1L, 3L, 4L);
    assertThat(kept.latest().revision()).isEqualTo(4);
    assertThat(kept.key().reportId()).isEqualTo("A-1");
    LocalDate first = Filed.dateOf(T);
    assertThat(kept.knownOn(first.minusDays(1))).isEmpty();
    assertThat(kept.knownOn(first)).get().extracting(Filed::revision).isEqualTo(1L);
    assertThat(kept.knownOn(first.plusDays(2))).get().extracting(Filed::revision).isEqualTo(3L);
    assertThat(kept.knownOn(first.plusDays(9))).get().extracting(Filed::revision).isEqualTo(4L);
  }

  @Test
  void whatIsKeptIsTheSameInWhateverOrderTheLogIsRead() {
    List<Filed> log =
        List.of(
            numbered(2, 1, T, 0),
            numbered(1, 9, T + 1, 1),
            numbered(2, 8, T + 2, 2),
            numbered(3, 2, T + DAY, 3),
            numbered(3, 2, T + 2 * DAY, 4),
            numbered(2, 1, T + 3 * DAY, 5),
            numbered(5, 5, T + 4 * DAY, 6));
    Revisions expected = file(log.toArray(Filed[]::new));
    assertThat(expected.filed()).extracting(Filed::offset).containsExactly(0L, 3L, 6L);
    for (int seed = 0; seed < 200; seed++) {
      List<Filed> shuffled = new ArrayList<>(log);
      Collections.shuffle(shuffled, new Random(seed));
      assertThat(file(shuffled.toArray(Filed[]::new))).as("seed " + seed).isEqualTo(expected);
    }
  }

  @Test
  void theMattersOfAReportAreThoseThatAnyKeptRevisionNames() {
    Revisions kept =
        file(
            filed(audit().setRevision(1L).setMatterId("VA-1").build(), T, 0),
            filed(audit().setRevision(2L).setMatterId("VA-2").build(), T + DAY, 1),
            filed(audit().setRevision(3L).build(), T + 2 * DAY, 2),
            filed(
                audit()
                    .setRevision(4L)
                    .setMatterId("VA-3")
                    .setStatus(ReportStatus.RETRACTED)
                    .build(),
                T + 3 * DAY,
                3));
    assertThat(kept.matterIds()).containsExactlyInAnyOrder("VA-1", "VA-2");
  }

  @Test
  void aReportWithoutAnyRevisionCannotBe() {
    assertThatThrownBy(() -> new Revisions(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least one revision");
  }

  private static Revisions file(Filed... log) {
    Optional<Revisions> known = Optional.empty();
    for (Filed each : log) {
      known = Optional.of(Revisions.file(known, each).now());
    }
    return known.orElseThrow();
  }

  private static Decision decide(Filed known, Filed arriving) {
    return Revisions.of(known).file(arriving).decision();
  }

  private static Filed numbered(long revision, long cases, long at, long offset) {
    return filed(audit().setRevision(revision).setCorruptionCases(cases).build(), at, offset);
  }

  private static Filed unnumbered(long cases, long at, long offset) {
    return filed(audit().setCorruptionCases(cases).build(), at, offset);
  }
}
