package dev.paca.streams.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.scores.ScoreChange;
import dev.paca.topics.Topics;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A change of a score names the reports behind it, although a task dies before it has told them.
 */
@ExtendWith(QuietRubrics.class)
class CausesTest {
  private static final String FIRST = "audits/TT94/A-1";
  private static final String SECOND = "audits/TT94/A-2";
  private static final String APPRAISAL = "appraisals/TT94/P-1";

  private final OneThread thread =
      new OneThread("double(audits.corruptionCases) + 10.0 * double(matters.detected)");
  private int seen;

  @BeforeEach
  void aReportCounts() {
    thread.report(OneThread.audit("A-1").setMatterId("VA-1").build());
    thread.settle();
    assertThat(named(changes())).containsOnly(FIRST);
  }

  @Test
  void aReportThatTheLedgerKeptAndDidNotTellIsNamed() {
    thread.report("A-2", 1);
    diesAfter(SimulatedTask.Kind.LEDGER);

    assertThat(named(changes())).containsOnly(SECOND);
  }

  @Test
  void aReportThatIsTakenBackIsNamed() {
    thread.report("A-2", 1);
    thread.settle();
    changes();
    thread.report(OneThread.audit("A-2").setRevision(2L).setProvince("92").build());
    diesAfter(SimulatedTask.Kind.LEDGER);

    List<ScoreChange> changes = changes();
    assertThat(changes).extracting(ScoreChange::getProvince).contains("94", "92");
    assertThat(changes).allMatch(change -> change.getReports().equals(List.of(SECOND)));
  }

  @Test
  void anAppraisalThatGivesOtherPointsIsNamed() {
    thread.report(OneThread.appraisal("P-1").build());
    thread.settle();
    changes();
    thread.report(
        OneThread.appraisal("P-1").setRevision(2L).setPoints(new BigDecimal("31.00")).build());
    diesAfter(SimulatedTask.Kind.LEDGER);

    assertThat(named(changes())).containsOnly(APPRAISAL);
  }

  /** Beside another report on the criterion, which alone would be named for what that lost. */
  @Test
  void anAppraisalThatMovesToAnotherCriterionIsNamedWhereItWas() {
    thread.report(OneThread.appraisal("P-1").build());
    thread.settle();
    changes();
    thread.report(OneThread.appraisal("P-1").setRevision(2L).setCriterion("TOTAL").build());
    thread.report("A-2", 1);
    diesAfter(SimulatedTask.Kind.LEDGER);

    assertThat(changes())
        .filteredOn(change -> change.getCriterion().equals("C"))
        .isNotEmpty()
        .allSatisfy(
            change -> assertThat(change.getReports()).containsExactlyInAnyOrder(APPRAISAL, SECOND));
  }

  @Test
  void aTallyThatScoringTookAndDidNotScoreKeepsItsReports() {
    thread.report("A-2", 1);
    thread.take(SimulatedTask.Kind.LEDGER);
    thread.flush(SimulatedTask.Kind.LEDGER);
    thread.commit();
    diesAfter(SimulatedTask.Kind.SCORING);

    assertThat(named(changes())).containsOnly(SECOND);
  }

  @Test
  void whatWasScoredAfterARestartIsNotNamedAgainAfterTheNext() {
    thread.report("A-2", 1);
    thread.take(SimulatedTask.Kind.LEDGER);
    thread.flush(SimulatedTask.Kind.LEDGER);
    thread.commit();
    diesAfter(SimulatedTask.Kind.SCORING);
    changes();
    thread.restart();
    thread.report("A-3", 1);
    thread.settle();

    assertThat(named(changes())).containsOnly("audits/TT94/A-3");
  }

  @Test
  void aMatterThatWasKeptAndNotToldNamesTheReportItCountsBy() {
    thread.report(OneThread.audit("A-2").setMatterId("VA-2").build());
    thread.take(SimulatedTask.Kind.LEDGER);
    thread.commit();
    thread.take(SimulatedTask.Kind.MATTERS);
    thread.commit();
    thread.restart();
    tells(SimulatedTask.Kind.LEDGER);
    assertThat(named(changes())).containsOnly(SECOND);
    tells(SimulatedTask.Kind.MATTERS);

    assertThat(named(changes())).containsOnly(SECOND);
  }

  @Test
  void aMatterThatIsNoMoreNamesTheReportItCountedBy() {
    thread.report(OneThread.audit("A-1").setRevision(2L).build());
    thread.take(SimulatedTask.Kind.LEDGER);
    thread.commit();
    thread.take(SimulatedTask.Kind.MATTERS);
    thread.commit();
    thread.restart();
    tells(SimulatedTask.Kind.LEDGER);
    tells(SimulatedTask.Kind.MATTERS);

    assertThat(named(changes())).containsOnly(FIRST);
  }

  @Test
  void aMatterThatMovesToAnEarlierReportNamesTheOneItCountedBy() {
    thread.report(
        OneThread.audit("A-2")
            .setMatterId("VA-1")
            .setProvince("92")
            .setOccurredOn(LocalDate.of(2022, 1, 5))
            .build());
    thread.take(SimulatedTask.Kind.LEDGER);
    thread.commit();
    thread.take(SimulatedTask.Kind.MATTERS);
    thread.commit();
    thread.restart();
    tells(SimulatedTask.Kind.LEDGER);
    tells(SimulatedTask.Kind.MATTERS);

    assertThat(changes())
        .filteredOn(change -> change.getProvince().equals("94"))
        .isNotEmpty()
        .allMatch(change -> change.getReports().equals(List.of(FIRST)));
  }

  /** The second matter is in the partition of the first. */
  @Test
  void whatWasToldIsNotNamedAgainAfterARestart() {
    thread.restart();
    thread.report(OneThread.audit("A-2").setMatterId("VA-6").build());
    thread.take(SimulatedTask.Kind.LEDGER);
    thread.commit();
    thread.take(SimulatedTask.Kind.MATTERS);
    thread.settle();

    assertThat(named(changes())).containsOnly(SECOND);
  }

  /** What these tasks say now is scored, and nothing else. */
  private void tells(SimulatedTask.Kind kind) {
    thread.flush(kind);
    thread.commit();
    thread.take(SimulatedTask.Kind.SCORING);
    thread.flush(SimulatedTask.Kind.SCORING);
    thread.commit();
  }

  /** Takes what there is, is committed and dies before its next flush. */
  private void diesAfter(SimulatedTask.Kind kind) {
    thread.take(kind);
    thread.commit();
    thread.restart();
    thread.settle();
  }

  /** What came since the last time. */
  private List<ScoreChange> changes() {
    List<ScoreChange> all = thread.reader().all(Topics.SCORE_CHANGES, ScoreChange.class);
    List<ScoreChange> changes = all.subList(seen, all.size());
    seen = all.size();
    return changes;
  }

  private static List<String> named(List<ScoreChange> changes) {
    return changes.stream().flatMap(change -> change.getReports().stream()).toList();
  }
}
