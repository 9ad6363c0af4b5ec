package dev.paca.cli.rubric;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.paca.cli.console.Cell;
import dev.paca.cli.console.Column;
import dev.paca.cli.console.Console;
import dev.paca.cli.console.Language;
import dev.paca.cli.console.Table;
import dev.paca.cli.query.Answer;
import dev.paca.cli.query.QueryOptions;
import dev.paca.streams.query.AssessmentView;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code paca rubric list}: the assessment years and the rubric version in force for each. */
@Command(name = "list", description = "The assessment years and the rubric in force for each.")
public final class RubricListCommand implements Runnable {
  private final Console console;

  @Mixin private QueryOptions options;

  public RubricListCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    Answer answer = options.client().assessments();
    if (options.json()) {
      answer.print(console);
    } else {
      table(answer.asList(new TypeReference<List<AssessmentView>>() {})).print(console);
    }
  }

  private Table table(List<AssessmentView> assessments) {
    Language language = options.language();
    Table table =
        new Table(
            List.of(
                Column.number("year", language.of("NĂM", "YEAR")),
                Column.number("rubricVersion", language.of("PHIÊN BẢN", "VERSION")),
                Column.number("max", language.of("TỐI ĐA", "MAX")),
                Column.text("windowFrom", language.of("TỪ NGÀY", "FROM")).droppedAt(2),
                Column.text("windowTo", language.of("ĐẾN NGÀY", "TO")).droppedAt(3),
                Column.number("of", language.of("SỐ TỈNH", "PROVINCES")),
                Column.longText("source", language.of("CĂN CỨ", "SOURCE"))));
    for (AssessmentView year : assessments) {
      table.row(
          Cell.of(year.year(), Integer.toString(year.year())),
          Cell.of(year.rubricVersion(), "v" + year.rubricVersion()),
          Cell.amount(year.max(), language),
          Cell.of(year.windowFrom(), language.date(year.windowFrom())),
          Cell.of(year.windowTo(), language.date(year.windowTo())),
          Cell.of(year.of(), Integer.toString(year.of())),
          Cell.text(year.source()));
    }
    return table;
  }
}
