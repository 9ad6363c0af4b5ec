package dev.paca.benchmarks.latency;

import dev.paca.benchmarks.result.Goal;
import dev.paca.benchmarks.result.Sheet;
import dev.paca.cli.console.Cell;
import dev.paca.cli.console.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Two rows for each rate: the reader's and the query service's. */
public record LatencySheet(List<LatencyFigures> figures) {
  private static final int FAST = 10_000;
  private static final double GOAL_MS = 200;
  private static final double FAST_GOAL_MS = 300;

  public Sheet sheet() {
    Sheet sheet =
        new Sheet(
            Column.number("reports_per_s", "reports/s"),
            Column.text("seen_by", "seen by"),
            Column.number("p50_ms", "p50 ms"),
            Column.number("p99_ms", "p99 ms"),
            Column.number("p999_ms", "p99.9 ms"),
            Column.number("max_ms", "most ms"),
            Column.number("count", "of"),
            Column.text("goal_p99", "p99 goal"),
            Column.text("verdict", ""),
            Column.number("cpu", "cores used"),
            Column.number("broker_cpu", "by the broker"));
    for (LatencyFigures each : figures) {
      sheet.row(row(each, "a read_committed reader", each.read()));
      sheet.row(row(each, "the query service", each.answered()));
    }
    return sheet
        .note(
            "From acknowledgement until a read_committed consumer of paca.internal.serving has read"
                + " the coverage that ends a flush, in one transaction with its scores; and until"
                + " a province's scores were answered to a question with the report's position.")
        .note(
            "A report that was sent late counts as if it had been sent, and acknowledged, when it"
                + " was due. Publisher, reader and asker share the machine with Paca and the"
                + " broker; one stream thread, which commits behind every round of 50 ms in which it"
                + " told something.");
  }

  private static List<Cell> row(LatencyFigures each, String by, Percentiles took) {
    Optional<Goal> goal = Goal.atMost(each.perSecond() < FAST ? GOAL_MS : FAST_GOAL_MS);
    List<Cell> cells =
        new ArrayList<>(
            List.of(
                Sheet.number(each.perSecond()),
                Cell.text(by),
                Sheet.number("%.1f", took.p50()),
                Sheet.number("%.1f", took.p99()),
                Sheet.number("%.1f", took.p999()),
                Sheet.number("%.1f", took.max()),
                Sheet.number(took.count())));
    cells.addAll(Goal.cells(goal, took.p99()));
    cells.add(Sheet.number("%.2f", each.cpu()));
    cells.add(Sheet.number("%.2f", each.brokerCpu()));
    return cells;
  }
}
