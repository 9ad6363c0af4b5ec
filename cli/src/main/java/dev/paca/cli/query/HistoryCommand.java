package dev.paca.cli.query;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.paca.cli.console.Cell;
import dev.paca.cli.console.Column;
import dev.paca.cli.console.Console;
import dev.paca.cli.console.Table;
import dev.paca.streams.query.HistoryView;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code paca history 2022 94}: what the score was, when it changed, and by which reports. */
@Command(
    name = "history",
    description =
        "Every change of a province's total, or of one criterion, and the reports behind.")
public final class HistoryCommand implements Runnable {
  private final Console console;

  @Parameters(index = "0", paramLabel = "YEAR", description = "Assessment year, as 2022.")
  private int year;

  @Parameters(
      index = "1",
      paramLabel = "PROVINCE",
      description = "Code, name or abbreviation, with or without marks.")
  private String province;

  @Option(names = "--criterion", paramLabel = "C", description = "A criterion's code, as C.1.1.")
  private String criterion;

  @Mixin private AsOfOptions asOf;
  @Mixin private QueryOptions options;

  public HistoryCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    Answer answer =
        options
            .client()
            .asOf(asOf.asOf(null))
            .history(year, province, Optional.ofNullable(criterion));
    if (options.json()) {
      answer.print(console);
    } else {
      show(answer.asList(new TypeReference<List<HistoryView>>() {}));
    }
  }

  private void show(List<HistoryView> changes) {
    Wording words = new Wording(options.language());
    Truth truth = new Truth(console, words);
    Table table =
        new Table(
            List.of(
                Column.text("at", words.of("LÚC", "AT")),
                Column.text("criterion", words.of("TIÊU CHÍ", "CRITERION")).droppedAt(1),
                Column.number("oldPoints", words.of("CŨ", "OLD")),
                Column.number("newPoints", words.of("MỚI", "NEW")),
                Column.text("basis", words.of("CĂN CỨ", "RESTS ON")).droppedAt(3),
                Column.number("rubricVersion", words.of("THANG", "RUBRIC")).droppedAt(4),
                Column.number("reportCount", words.of("SỐ BC", "REPORTS")).droppedAt(5),
                Column.longText("reports", words.of("DO", "BY"))));
    for (HistoryView change : changes) {
      table.row(
          Cell.of(change.at(), truth.moment(change.at())),
          Cell.text(change.criterion()),
          Cell.points(change.oldPoints(), words.language()),
          Cell.points(change.newPoints(), words.language()),
          words.basisCell(change.basis()),
          Cell.of(change.rubricVersion(), "v" + change.rubricVersion()),
          Cell.of(change.reportCount(), Integer.toString(change.reportCount())),
          behind(change, words));
    }
    table.print(console);
    if (changes.isEmpty()) {
      console.caption(words.of("Chưa có thay đổi nào.", "No change yet."));
    }
  }

  private static Cell behind(HistoryView change, Wording words) {
    String reports = String.join(" ", change.reports());
    return change.byRubric()
        ? Cell.of("rubric " + reports, words.of("thang điểm mới ", "a new rubric ") + reports)
        : Cell.text(reports);
  }
}
