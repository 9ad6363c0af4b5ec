package dev.paca.cli.query;

import dev.paca.cli.console.Cell;
import dev.paca.cli.console.Column;
import dev.paca.cli.console.Table;
import dev.paca.streams.query.ReportView;
import java.util.List;
import java.util.stream.Collectors;

/** Reports, a line each: who says what about when and where. */
record ReportTable(Wording words) {

  Table of(List<ReportView> reports) {
    Table table =
        new Table(
            List.of(
                Column.text("occurredOn", words.of("NGÀY", "DATE")),
                Column.text("type", words.of("LOẠI", "TYPE")),
                Column.text("agency", words.of("CƠ QUAN", "AGENCY")),
                Column.text("reportId", words.of("BÁO CÁO", "REPORT")),
                Column.number("revision", words.of("LẦN", "REV")).droppedAt(4),
                Column.text("status", words.of("TRẠNG THÁI", "STATUS")).droppedAt(3),
                Column.text("province", words.of("TỈNH", "PROVINCE")).droppedAt(2),
                Column.longText("states", words.of("NÊU", "STATES"))));
    for (ReportView report : reports) {
      table.row(
          Cell.of(report.occurredOn(), words.language().date(report.occurredOn())),
          Cell.text(report.type()),
          Cell.text(report.agency()),
          Cell.text(report.reportId()),
          Cell.of(report.revision(), Long.toString(report.revision())),
          Cell.text(report.status()),
          Cell.of(report.province(), report.provinceName()),
          states(report));
    }
    return table;
  }

  private Cell states(ReportView report) {
    if (report.fields() == null) {
      return Cell.text("");
    }
    String shown =
        report.fields().entrySet().stream()
            .map(field -> field.getKey() + " " + shown(field.getValue()))
            .collect(Collectors.joining(", "));
    return Cell.of(
        report.fields().entrySet().stream()
            .map(field -> field.getKey() + "=" + field.getValue())
            .collect(Collectors.joining(" ")),
        report.notCounted() == null
            ? shown
            : words.of(report.notCounted().vi(), report.notCounted().en()) + "; " + shown);
  }

  private String shown(Object value) {
    return value instanceof Number number ? words.language().amount(number) : String.valueOf(value);
  }
}
