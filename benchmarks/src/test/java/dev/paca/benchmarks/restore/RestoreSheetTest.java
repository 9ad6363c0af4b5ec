package dev.paca.benchmarks.restore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.benchmarks.restore.Restore.Return;
import dev.paca.benchmarks.restore.Restore.Stopped;
import dev.paca.cli.console.Cell;
import java.util.List;
import org.junit.jupiter.api.Test;

class RestoreSheetTest {
  private static Comeback after(double ready) {
    return new Comeback(0.5, 0.8, ready, ready + 0.1, 0);
  }

  private static List<String> row(Stopped stopped, long reports, Comeback... comebacks) {
    return new RestoreSheet(List.of(new Return(stopped, List.of(comebacks))), reports)
        .sheet().rows().get(0).stream().map(Cell::value).toList();
  }

  @Test
  void ofSeveralRestartsTheMiddleOneCounts() {
    assertThat(RestoreSheet.middle(List.of(after(3), after(1.5), after(9)))).isEqualTo(after(3));
    assertThat(row(Stopped.POLITELY, 100, after(1.9), after(9), after(0.1)))
        .endsWith("<= 2", "met");
  }

  @Test
  void aRestoreIsComparedPerMillionReports() {
    Comeback comeback = new Comeback(1, 1.2, 9, 9.1, 7);
    assertThat(row(Stopped.WITHOUT_STATE, 2_000_000, comeback)).endsWith("3.50", "<= 2", "missed");
    assertThat(row(Stopped.WITHOUT_STATE, 4_000_000, comeback)).endsWith("1.75", "<= 2", "met");
  }

  @Test
  void restoringLastsFromTheFirstStoreToTheLast() {
    Restoring restoring = new Restoring();
    restoring.looked(false, 1.0);
    restoring.looked(true, 2.0);
    restoring.looked(false, 3.0);
    restoring.looked(true, 4.0);
    restoring.looked(false, 5.5);
    restoring.looked(false, 9.0);
    assertThat(restoring.seconds()).isEqualTo(3.5);
  }

  @Test
  void aStartThatRestoredNothingTookNoTimeForIt() {
    Restoring restoring = new Restoring();
    restoring.looked(false, 1.0);
    restoring.looked(false, 2.0);
    assertThat(restoring.seconds()).isZero();
  }
}
