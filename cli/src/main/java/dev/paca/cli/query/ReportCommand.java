package dev.paca.cli.query;

import dev.paca.cli.console.Cell;
import dev.paca.cli.console.Column;
import dev.paca.cli.console.Console;
import dev.paca.cli.console.Table;
import dev.paca.cli.console.Tone;
import dev.paca.streams.query.FiledView;
import dev.paca.streams.query.ReportView;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code paca report TYPE AGENCY REPORTID}: where one report counts, and why it does not. */
@Command(
    name = "report",
    description = "One report: its revisions, where it counts, and where it does not and why.")
public final class ReportCommand implements Runnable {
  private final Console console;

  @Parameters(index = "0", paramLabel = "TYPE", description = "As audits, denunciations …")
  private String type;

  @Parameters(index = "1", paramLabel = "AGENCY", description = "The agency's code.")
  private String agency;

  @Parameters(index = "2", paramLabel = "REPORTID", description = "The agency's reportId.")
  private String reportId;

  @Mixin private AsOfOptions asOf;
  @Mixin private QueryOptions options;

  public ReportCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    Answer answer = options.client().asOf(asOf.asOf(null)).report(type, agency, reportId);
    if (options.json()) {
      answer.print(console);
    } else {
      show(answer.as(FiledView.class));
    }
  }

  private void show(FiledView report) {
    Wording words = new Wording(options.language());
    String name = report.type() + "/" + report.agency() + "/" + report.reportId();
    console.caption(Tone.STRONG.of(name, console));
    new ReportTable(words).of(report.revisions()).print(console);
    places(report, words).print(console);
  }

  private static Table places(FiledView report, Wording words) {
    Table table =
        new Table(
            List.of(
                Column.number("year", words.of("NĂM", "YEAR")),
                Column.text("province", words.of("TỈNH", "PROVINCE")),
                Column.number("revision", words.of("LẦN", "REV")),
                Column.longText("counts", words.of("ĐƯỢC TÍNH", "COUNTS"))));
    for (FiledView.Counted counted : report.counts()) {
      table.row(
          Cell.of(counted.year(), Integer.toString(counted.year())),
          Cell.of(counted.province(), counted.name()),
          Cell.of(counted.revision(), Long.toString(counted.revision())),
          Cell.text(words.of("có", "yes")));
    }
    for (FiledView.NotCounted not : report.notCounted()) {
      ReportView.Warning reason = not.reason();
      table.row(
          Cell.of(not.year(), not.year() == null ? "–" : Integer.toString(not.year())),
          Cell.text(""),
          Cell.of(not.revision(), Long.toString(not.revision())),
          Cell.of(reason.code(), words.of("không: " + reason.vi(), "no: " + reason.en())));
    }
    return table;
  }
}
