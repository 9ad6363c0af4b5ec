package dev.paca.cli.query;

import dev.paca.cli.console.Cell;
import dev.paca.cli.console.Column;
import dev.paca.cli.console.Table;
import dev.paca.streams.query.EvidenceView;
import dev.paca.streams.query.ReportView;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * One criterion's evidence for a script, one figure a row: {@code points}, {@code stage}, {@code
 * measure} (a sum) and {@code report} (what one report gave to a measure).
 */
record EvidenceRows(EvidenceView view, Wording words) {
  private static final List<Column> COLUMNS =
      List.of(
          Column.text("kind", ""),
          Column.text("name", ""),
          Column.number("value", ""),
          Column.text("type", ""),
          Column.text("agency", ""),
          Column.text("reportId", ""),
          Column.number("revision", ""),
          Column.text("occurredOn", ""),
          Column.text("note", ""));

  Table table() {
    Table table = new Table(COLUMNS);
    table.row(row("points", view.code(), view.points(), "", "", "", "", "", view.formula()));
    for (EvidenceView.Stage stage : view.stages()) {
      table.row(
          row(
              "stage",
              stage.stage(),
              stage.points(),
              "appraisals",
              stage.agency(),
              stage.reportId(),
              stage.revision(),
              stage.occurredOn(),
              stage.effective() ? "counts" : ""));
    }
    view.measures()
        .forEach((name, sum) -> table.row(row("measure", name, sum, "", "", "", "", "", "")));
    view.reports().forEach(report -> addReport(table, report));
    return table;
  }

  private void addReport(Table table, ReportView report) {
    Map<String, Number> measures = report.measures() == null ? Map.of() : report.measures();
    if (measures.isEmpty()) {
      table.row(row(report, "", ""));
    }
    measures.forEach((name, given) -> table.row(row(report, name, given)));
  }

  private List<Cell> row(ReportView report, String measure, Object given) {
    String note =
        report.notCounted() != null
            ? words.notCounted(report.notCounted())
            : report.warnings().stream()
                .map(warning -> words.of(warning.vi(), warning.en()))
                .collect(Collectors.joining("; "));
    return row(
        "report",
        measure,
        given,
        report.type(),
        report.agency(),
        report.reportId(),
        report.revision(),
        report.occurredOn(),
        note);
  }

  private static List<Cell> row(Object... values) {
    return java.util.Arrays.stream(values)
        .map(value -> Cell.text(Objects.toString(value, "")))
        .toList();
  }
}
