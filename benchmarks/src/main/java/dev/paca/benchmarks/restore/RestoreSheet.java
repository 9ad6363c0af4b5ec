package dev.paca.benchmarks.restore;

import dev.paca.benchmarks.restore.Restore.Return;
import dev.paca.benchmarks.restore.Restore.Stopped;
import dev.paca.benchmarks.result.Goal;
import dev.paca.benchmarks.result.Sheet;
import dev.paca.cli.console.Cell;
import dev.paca.cli.console.Column;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A row for each way of stopping.
 *
 * @param reports that were counted before
 */
public record RestoreSheet(List<Return> returns, long reports) {
  private static final double MILLION = 1_000_000;
  private static final double WARM_GOAL_S = 2;
  private static final double PER_MILLION_GOAL_S = 2;

  public Sheet sheet() {
    Sheet sheet =
        new Sheet(
            Column.text("stopped", "stopped"),
            Column.number("listening_s", "listening s"),
            Column.number("answered_s", "first answer s"),
            Column.number("ready_s", "ready s"),
            Column.number("counted_s", "counts again s"),
            Column.number("restored_s", "of it restoring s"),
            Column.number("per_million_s", "restoring s per million"),
            Column.text("goal", "goal"),
            Column.text("verdict", ""));
    for (Return each : returns) {
      sheet.row(row(each));
    }
    return sheet
        .note(
            "From the start of the process; the middle one of %d. Until it listens it is the JVM,"
                    .formatted(returns.get(0).comebacks().size())
                + " its classes and the first questions to the broker; until the first answer, the"
                + " reading of the served tables; until it is ready, joining and restoring.")
        .note(
            "A warm restart is to be ready within the goal; a restore is to stay under it per"
                + " million of the %,d reports.".formatted(reports));
  }

  private List<Cell> row(Return each) {
    Comeback middle = middle(each.comebacks());
    boolean lost = each.stopped() == Stopped.WITHOUT_STATE;
    double perMillion = lost ? middle.restored() / reports * MILLION : Double.NaN;
    List<Cell> cells =
        new ArrayList<>(
            List.of(
                Cell.text(each.stopped().title()),
                Sheet.number("%.2f", middle.listening()),
                Sheet.number("%.2f", middle.answered()),
                Sheet.number("%.2f", middle.ready()),
                Sheet.number("%.2f", middle.counted()),
                Sheet.number("%.2f", middle.restored()),
                Sheet.number("%.2f", perMillion)));
    cells.addAll(
        switch (each.stopped()) {
          case POLITELY -> Goal.cells(Goal.atMost(WARM_GOAL_S), middle.ready());
          case WITHOUT_STATE -> Goal.cells(Goal.atMost(PER_MILLION_GOAL_S), perMillion);
          case KILLED -> Goal.cells(Optional.empty(), middle.ready());
        });
    return cells;
  }

  /** By the time until it was ready. */
  static Comeback middle(List<Comeback> comebacks) {
    List<Comeback> ordered =
        comebacks.stream().sorted(Comparator.comparingDouble(Comeback::ready)).toList();
    return ordered.get(ordered.size() / 2);
  }
}
