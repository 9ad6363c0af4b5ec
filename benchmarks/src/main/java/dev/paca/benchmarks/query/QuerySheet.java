package dev.paca.benchmarks.query;

import dev.paca.benchmarks.result.Sheet;
import dev.paca.cli.console.Cell;
import dev.paca.cli.console.Column;
import java.util.List;

/** Questions side by side. */
public record QuerySheet(List<QueryFigures> figures) {

  public Sheet sheet() {
    Sheet sheet =
        new Sheet(
            Column.text("question", "question"),
            Column.number("clients", "clients"),
            Column.number("answers_per_s", "answers/s"),
            Column.number("p50_ms", "p50 ms"),
            Column.number("p99_ms", "p99 ms"),
            Column.number("bytes", "bytes each"));
    for (QueryFigures each : figures) {
      sheet.row(
          Cell.text(each.question()),
          Sheet.number(each.clients()),
          Sheet.number("%,.0f", each.perSecond()),
          Sheet.number("%.2f", each.took().p50()),
          Sheet.number("%.2f", each.took().p99()),
          Sheet.number("%,.0f", each.bytes()));
    }
    return sheet.note(
        "Every client asks again as soon as it is answered, and takes its part of the cores."
            + " Evidence names every report behind a criterion.");
  }
}
