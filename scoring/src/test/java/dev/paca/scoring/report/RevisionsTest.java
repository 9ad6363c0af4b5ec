package dev.paca.scoring.report;

import static dev.paca.scoring.ReportSamples.audit;
import static dev.paca.scoring.ReportSamples.filed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.scoring.report.Revisions.Decision;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RevisionsTest {
  private static final long T = 1_700_000_000_000L;

  @Test
  void theFirstReportIsAccepted() {
    assertThat(Revisions.decide(Optional.empty(), numbered(3, 1, T, 0)))
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

  private static Decision decide(Filed known, Filed arriving) {
    return Revisions.decide(Optional.of(known), arriving);
  }

  private static Filed numbered(long revision, long cases, long at, long offset) {
    return filed(audit().setRevision(revision).setCorruptionCases(cases).build(), at, offset);
  }

  private static Filed unnumbered(long cases, long at, long offset) {
    return filed(audit().setCorruptionCases(cases).build(), at, offset);
  }
}
