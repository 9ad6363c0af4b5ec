package dev.paca.benchmarks.growth;

import dev.paca.benchmarks.bed.Bed;
import dev.paca.benchmarks.contender.Paca;
import dev.paca.benchmarks.drain.Look;
import dev.paca.benchmarks.drain.Watch;
import dev.paca.benchmarks.expected.Expected;
import dev.paca.benchmarks.process.ProcessCost;
import dev.paca.benchmarks.result.Goal;
import dev.paca.benchmarks.result.Sheet;
import dev.paca.cli.console.Cell;
import dev.paca.cli.console.Column;
import dev.paca.local.LocalProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One drain, looked at on its way.
 *
 * @param expected what it has to come to
 */
public record Growth(Bed bed, Expected expected) {
  private static final String NAME = "paca-growth";
  private static final Duration START = Duration.ofMinutes(2);
  private static final Optional<Goal> RATIO = Goal.atLeast(0.85);

  public Sheet sheet() throws IOException, InterruptedException {
    Paca paca = new Paca(NAME, "Paca, ledger in RocksDB", Map.of(), Paca.HEAP);
    LocalProcess process = LocalProcess.start(paca.command(bed), START);
    try {
      List<Window> windows = windows(process);
      List<String> differences = paca.differences(bed, process, expected);
      if (!differences.isEmpty()) {
        throw new IllegalStateException(
            NAME + " did not come to the fold of the input: " + differences.get(0));
      }
      return sheet(windows);
    } finally {
      process.stop();
    }
  }

  private List<Window> windows(LocalProcess process) throws IOException, InterruptedException {
    Watch watch = new Watch(bed, NAME, List.of(process));
    List<Window> windows = new ArrayList<>();
    Look from = watch.await(1);
    for (long end : Window.ends(expected.records())) {
      Look to = watch.await(end);
      windows.add(
          new Window(
              end,
              to.rateSince(from),
              ProcessCost.megabytes(process.pid()),
              Heap.usedMegabytes(Paca.address(process))));
      from = to;
    }
    return windows;
  }

  static Sheet sheet(List<Window> windows) {
    Sheet sheet =
        new Sheet(
            Column.number("reports", "until reports"),
            Column.number("reports_per_s", "reports/s"),
            Column.number("ratio", "of the second"),
            Column.number("resident_mb", "resident MB"),
            Column.number("heap_mb", "heap used, MB"),
            Column.text("goal_ratio", "goal"),
            Column.text("verdict", ""));
    for (Window each : windows) {
      boolean last = each.equals(windows.get(windows.size() - 1)) && Window.tells(windows);
      double ratio =
          windows.size() > 1 ? each.perSecond() / windows.get(1).perSecond() : Double.NaN;
      List<Cell> cells =
          new ArrayList<>(
              List.of(
                  Sheet.number(each.reports()),
                  Sheet.number("%,.0f", each.perSecond()),
                  Sheet.number("%.2f", ratio),
                  Sheet.number(each.megabytes()),
                  Sheet.number(each.heapMegabytes())));
      cells.addAll(Goal.cells(last ? RATIO : Optional.empty(), Window.ratio(windows)));
      sheet.row(cells);
    }
    return sheet.note("Each window begins where the one before it ends; one drain, one process.");
  }
}
