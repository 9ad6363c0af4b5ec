package dev.paca.streams.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.problems.ProblemCode;
import dev.paca.scores.ProvinceScore;
import dev.paca.scores.Ranking;
import dev.paca.topics.Topics;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What random schedules found once, step by step: one thread, and what happens to it. */
@ExtendWith(QuietRubrics.class)
class RestartTest {
  private final OneThread thread = new OneThread("double(audits.corruptionCases)");
  private final Reader reader = thread.reader();

  @Test
  void whatWasCommittedBeforeItWasSaidToBeCoveredIsSaidByTheNextTask() {
    thread.report("A-1", 1);
    thread.take(SimulatedTask.Kind.LEDGER);
    thread.commit();
    thread.restart();
    thread.settle();

    assertThat(reader.covered()).isEqualTo(reader.ends(Topics.AUDITS)).hasSize(1);
  }

  @Test
  void whatLeftNothingInTheLedgerIsCoveredByTheNextTaskToo() {
    thread.report("A-1", 1);
    thread.report("A-1", 1);
    thread.refuse("A-1");
    thread.take(SimulatedTask.Kind.LEDGER);
    thread.commit();
    thread.restart();
    thread.settle();

    assertThat(reader.covered()).containsExactlyEntriesOf(reader.ends(Topics.AUDITS));
    assertThat(reader.covered().values()).containsExactly(3L);
    assertThat(reader.rejected()).containsExactly(ProblemCode.VALUE_MISSING.name());
  }

  @Test
  void anotherTopicReadAfterARestartDoesNotTakeBackWhatWasCovered() {
    thread.report("A-1", 1);
    thread.settle();
    thread.restart();
    thread.report("A-2", 1);
    thread.settle();

    assertThat(reader.covered()).isEqualTo(reader.ends(Topics.AUDITS));
  }

  @Test
  void coverageThatMattersReadIsPassedOnAlthoughTheTaskDiesBeforeItsNextFlush() {
    thread.report("A-1", 1);
    thread.take(SimulatedTask.Kind.LEDGER);
    thread.flush(SimulatedTask.Kind.LEDGER);
    thread.commit();
    thread.take(SimulatedTask.Kind.MATTERS);
    thread.commit();
    thread.restart();
    thread.settle();

    assertThat(reader.covered()).isEqualTo(reader.ends(Topics.AUDITS)).hasSize(1);
  }

  @Test
  void aProvinceTouchedBeforeItLeavesTheSetDoesNotKeepTheYearWaiting() {
    thread.report("A-1", 1);
    thread.take(SimulatedTask.Kind.LEDGER);
    thread.publish(2, "2025-07-01");
    thread.readRubrics();
    thread.settle();

    assertThat(reader.last(Topics.RANKINGS, Ranking.class).getRubricVersion()).isEqualTo(2);
    assertThat(reader.covered()).isEqualTo(reader.ends(Topics.AUDITS)).hasSize(1);
  }

  @Test
  void whatComesWhileAYearChangesItsRubricIsCoveredOnlyOnceItIsScored() {
    thread.publish(2023, 1, "2022-12-15");
    thread.readRubrics();
    thread.settle();
    thread.publish(2, "2022-12-15");
    thread.readRubrics();
    thread.report("A-1", 7);
    thread.report(OneThread.audit("A-2").setOccurredOn(LocalDate.of(2023, 5, 4)).build());
    thread.take(SimulatedTask.Kind.LEDGER);
    thread.flush(SimulatedTask.Kind.LEDGER);
    thread.commit();
    thread.take(SimulatedTask.Kind.MATTERS); // Passes the coverage on; by the first rubric still.
    thread.commit();
    thread.take(SimulatedTask.Kind.SCORING);
    thread.flush(SimulatedTask.Kind.SCORING);
    thread.commit();
    // 2023 neither: where a matter counts is decided by both years' rubrics.
    assertThat(reader.all(Topics.PROVINCE_SCORES, ProvinceScore.class)).isEmpty();
    assertThat(reader.covered()).isEmpty();
    thread.settle();

    assertThat(reader.covered()).isEqualTo(reader.ends(Topics.AUDITS)).isNotEmpty();
  }

  @Test
  void aRubricThatCameWhileTheRegistryWasAwayIsAdoptedOnceItIsBack() {
    thread.publish(2, "2022-12-15");
    thread.readRubrics();
    thread.registryAway(true);
    thread.flush(SimulatedTask.Kind.LEDGER);
    thread.registryAway(false);
    thread.settle();

    assertThat(reader.last(Topics.RANKINGS, Ranking.class).getRubricVersion()).isEqualTo(2);
  }

  @Test
  void uncommittedWorkLeavesNothingAndIsDoneAgain() {
    thread.report("A-1", 7);
    thread.take(SimulatedTask.Kind.LEDGER);
    thread.flush(SimulatedTask.Kind.LEDGER);
    thread.abort();
    thread.restart();
    thread.settle();

    assertThat(reader.last(Topics.PROVINCE_SCORES, ProvinceScore.class).getTotal())
        .isEqualByComparingTo("7");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, OneThread.RECEIVED_AT - 86_400_000L, 32_503_680_000_000L})
  void anInstanceWhoseClockIsWrongGivesTheSameScores(long wrong) {
    thread.report("A-1", 7);
    thread.take(SimulatedTask.Kind.LEDGER);
    thread.clock(wrong);
    thread.report("A-2", 5);
    thread.settle();
    thread.restart();
    thread.settle();

    assertThat(reader.last(Topics.PROVINCE_SCORES, ProvinceScore.class).getTotal())
        .isEqualByComparingTo("12");
    assertThat(reader.covered()).isEqualTo(reader.ends(Topics.AUDITS));
    assertThat(reader.rejected()).isEmpty();
  }
}
