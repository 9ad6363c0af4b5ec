package dev.paca.cli.query;

import dev.paca.cli.console.Cell;
import dev.paca.cli.console.Column;
import dev.paca.cli.console.Console;
import dev.paca.cli.console.Table;
import dev.paca.cli.console.Tone;
import dev.paca.streams.query.MatterView;
import dev.paca.streams.query.ReportView;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code paca matter ID}: one case across agencies, and where they disagree. */
@Command(name = "matter", description = "One case across agencies, and where they disagree.")
public final class MatterCommand implements Runnable {
  private final Console console;

  @Parameters(paramLabel = "ID", description = "The case number that agencies share.")
  private String id;

  @Mixin private AsOfOptions asOf;
  @Mixin private QueryOptions options;

  public MatterCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    Answer answer = options.client().asOf(asOf.asOf(null)).matter(id);
    if (options.json()) {
      answer.print(console);
    } else {
      show(answer.as(MatterView.class));
    }
  }

  private void show(MatterView matter) {
    Wording words = new Wording(options.language());
    console.caption(Tone.STRONG.of(matter.matterId(), console) + "  " + counted(matter, words));
    table(matter, words).print(console);
    for (ReportView.Warning disagreement : matter.disagreements()) {
      String text = "! " + words.of(disagreement.vi(), disagreement.en());
      console.caption(Tone.ALERT.of(text, console));
    }
  }

  private static String counted(MatterView matter, Wording words) {
    if (matter.countedBy() == null) {
      return words.of("không tính là vụ tham nhũng", "counts as no corruption case");
    }
    String years =
        matter.countedInYears().stream().map(String::valueOf).collect(Collectors.joining(", "));
    return words.of(
            "tính một vụ theo " + matter.countedBy() + " cho tỉnh " + matter.countedForProvince(),
            "counts once, by "
                + matter.countedBy()
                + ", for province "
                + matter.countedForProvince())
        + (years.isEmpty() ? "" : words.of(", năm ", ", in ") + years);
  }

  private static Table table(MatterView matter, Wording words) {
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
    for (ReportView report : matter.reports()) {
      table.row(
          Cell.of(report.occurredOn(), words.language().date(report.occurredOn())),
          Cell.text(report.type()),
          Cell.text(report.agency()),
          Cell.text(report.reportId()),
          Cell.of(report.revision(), Long.toString(report.revision())),
          Cell.text(report.status()),
          Cell.of(report.province(), report.provinceName()),
          states(report, words));
    }
    return table;
  }

  private static Cell states(ReportView report, Wording words) {
    if (report.fields() == null) {
      return Cell.text("");
    }
    return Cell.of(
        report.fields().entrySet().stream()
            .map(field -> field.getKey() + "=" + field.getValue())
            .collect(Collectors.joining(" ")),
        report.fields().entrySet().stream()
            .map(field -> field.getKey() + " " + shown(field.getValue(), words))
            .collect(Collectors.joining(", ")));
  }

  private static String shown(Object value, Wording words) {
    return value instanceof Number number ? words.language().amount(number) : String.valueOf(value);
  }
}
