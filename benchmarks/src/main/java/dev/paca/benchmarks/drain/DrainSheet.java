package dev.paca.benchmarks.drain;

import dev.paca.benchmarks.result.Sheet;
import dev.paca.cli.console.Cell;
import dev.paca.cli.console.Column;
import java.util.List;

/** Figures side by side, each rate beside that of the contender that all are compared with. */
public record DrainSheet(List<DrainFigures> figures, String comparedWith) {

  public Sheet sheet() {
    Sheet sheet =
        new Sheet(
            Column.longText("contender", "contender"),
            Column.number("reports_per_s", "reports/s"),
            Column.number("ratio", "of the plain loop"),
            Column.number("equal_after_s", "equal after, s"),
            Column.number("cpu_s_per_million", "CPU s per million"),
            Column.number("broker_cpu_s_per_million", "broker's"),
            Column.number("bytes_per_report", "bytes to Kafka per report"),
            Column.number("peak_mb", "peak MB"));
    for (DrainFigures each : figures) {
      sheet.row(
          Cell.text(each.title()),
          Sheet.number("%,.0f", each.reports()),
          Sheet.number("%.2f", each.reports() / base()),
          Sheet.number("%.1f", each.equalAfter()),
          Sheet.number("%.1f", each.cpu()),
          Sheet.number("%.1f", each.brokerCpu()),
          Sheet.number("%.0f", each.bytes()),
          Sheet.number(each.peakMegabytes()));
    }
    return sheet.note(
        "Between each contender's first commit and its last, commits every 100 ms at the latest;"
            + " all that fold came to the plain fold's result first, read and compared so many"
            + " seconds after the last commit of input. No rate where the first commit left less"
            + " than %.0f %% of the reports.".formatted(100 * Look.ENOUGH));
  }

  private double base() {
    return figures.stream()
        .filter(each -> each.name().equals(comparedWith))
        .mapToDouble(DrainFigures::reports)
        .findFirst()
        .orElse(Double.NaN);
  }
}
