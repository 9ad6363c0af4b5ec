package dev.paca.cli.query;

import dev.paca.cli.console.Cell;
import dev.paca.cli.console.Column;
import dev.paca.cli.console.Console;
import dev.paca.cli.console.Language;
import dev.paca.cli.console.Table;
import dev.paca.cli.console.Tone;
import dev.paca.streams.query.EvidenceView;
import dev.paca.streams.query.ReportView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One criterion's evidence, for a person: what it came to, by which formula, from which reports.
 */
record Evidence(EvidenceView view, Wording words) {

  List<String> headline(Console console) {
    List<String> lines = new ArrayList<>();
    lines.add(
        Tone.STRONG.of(view.code() + " " + words.name(view.criterion()), console)
            + " · "
            + view.name()
            + " ("
            + view.province()
            + ")");
    lines.add(
        words.points(view.points(), view.basis()).shown()
            + words.of(" trên ", " of ")
            + words.language().amount(view.max())
            + ", "
            + words.basis(view.basis()));
    if (view.formula() != null) {
      lines.add(words.of("công thức", "formula") + provenance() + ": " + view.formula());
      lines.add(computed());
    }
    return lines;
  }

  List<Table> tables() {
    return List.of(measures(), stages(), reports());
  }

  private String provenance() {
    return view.provenance() == null ? "" : " (" + view.provenance() + ")";
  }

  private String computed() {
    if (view.computed() != null) {
      return words.of("cho ", "gives ") + words.language().points(view.computed());
    }
    return words.of("không cho điểm", "gives no points")
        + (view.problem() == null ? "" : ": " + words.of(view.problem().vi(), view.problem().en()));
  }

  private Table measures() {
    Table table =
        new Table(
            List.of(
                Column.text("measure", words.of("CHỈ TIÊU", "MEASURE")),
                Column.number("value", words.of("TỔNG", "SUM"))));
    view.measures()
        .forEach((name, sum) -> table.row(Cell.text(name), Cell.amount(sum, words.language())));
    return table;
  }

  private Table stages() {
    Table table =
        new Table(
            List.of(
                Column.text("stage", words.of("BƯỚC", "STAGE")),
                Column.number("points", words.of("ĐIỂM", "POINTS")),
                Column.text("agency", words.of("CƠ QUAN", "AGENCY")),
                Column.text("report", words.of("BÁO CÁO", "REPORT")).droppedAt(2),
                Column.number("revision", words.of("LẦN", "REV")).droppedAt(3),
                Column.text("date", words.of("NGÀY", "DATE")).droppedAt(1),
                Column.text("effective", "")));
    for (EvidenceView.Stage stage : view.stages()) {
      table.row(
          Cell.of(stage.stage(), words.basis(stage.stage())),
          Cell.points(stage.points(), words.language()),
          Cell.text(stage.agency()),
          Cell.text(stage.reportId()),
          Cell.of(stage.revision(), Long.toString(stage.revision())),
          Cell.of(stage.occurredOn(), words.language().date(stage.occurredOn())),
          Cell.text(stage.effective() ? words.of("được tính", "counts") : ""));
    }
    return table;
  }

  private Table reports() {
    Table table =
        new Table(
            List.of(
                Column.text("date", words.of("NGÀY", "DATE")).droppedAt(1),
                Column.text("agency", words.of("CƠ QUAN", "AGENCY")),
                Column.text("report", words.of("BÁO CÁO", "REPORT")),
                Column.number("revision", words.of("LẦN", "REV")).droppedAt(3),
                Column.text("type", words.of("LOẠI", "TYPE")).droppedAt(2),
                Column.longText("gave", words.of("ĐÓNG GÓP", "GAVE"))));
    for (ReportView report : view.reports()) {
      table.row(
          Cell.of(report.occurredOn(), words.language().date(report.occurredOn())),
          Cell.text(report.agency()),
          Cell.text(report.reportId()),
          Cell.of(report.revision(), Long.toString(report.revision())),
          Cell.text(report.type()),
          Cell.text(gave(report)));
      report.warnings().forEach(warning -> table.row(warningRow(warning)));
    }
    return table;
  }

  private List<Cell> warningRow(ReportView.Warning warning) {
    Cell none = Cell.text("");
    String text = "! " + words.of(warning.vi(), warning.en());
    return List.of(none, none, none, none, none, Cell.text(text).in(Tone.ALERT));
  }

  private String gave(ReportView report) {
    if (report.notCounted() != null) {
      return words.notCounted(report.notCounted());
    }
    Map<String, Number> measures = report.measures() == null ? Map.of() : report.measures();
    Language language = words.language();
    return measures.entrySet().stream()
        .map(given -> shortName(given.getKey()) + " " + language.amount(given.getValue()))
        .collect(Collectors.joining(", "));
  }

  // With one measure above the table its name need not be said on every row.
  private String shortName(String measure) {
    return view.measures().size() == 1 ? measure.replaceAll(".*\\.", "") : measure;
  }
}
