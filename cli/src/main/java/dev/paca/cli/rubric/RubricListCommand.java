package dev.paca.cli.rubric;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.paca.cli.console.Cell;
import dev.paca.cli.console.Column;
import dev.paca.cli.console.Console;
import dev.paca.cli.console.Language;
import dev.paca.cli.console.Table;
import dev.paca.cli.console.Tone;
import dev.paca.cli.query.Answer;
import dev.paca.cli.query.QueryOptions;
import dev.paca.cli.query.Truth;
import dev.paca.cli.query.Wording;
import dev.paca.streams.query.AssessmentView;
import dev.paca.streams.query.PublicationView;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code paca rubric list [YEAR]}: the years with the rubric in force, or a year's versions. */
@Command(
    name = "list",
    description =
        "The assessment years and the rubric in force for each; with YEAR every publication of it.")
public final class RubricListCommand implements Runnable {
  private final Console console;

  @Parameters(
      arity = "0..1",
      paramLabel = "YEAR",
      description = "Every published version of this year's rubric.")
  private Integer year;

  @Mixin private QueryOptions options;

  public RubricListCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    Answer answer = year == null ? options.client().assessments() : options.client().rubrics(year);
    if (options.json()) {
      answer.print(console);
    } else if (year != null) {
      versions(answer.asList(new TypeReference<List<PublicationView>>() {})).print(console);
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

  private Table versions(List<PublicationView> publications) {
    Language language = options.language();
    Table table =
        new Table(
            List.of(
                Column.number("version", language.of("PHIÊN BẢN", "VERSION")),
                Column.text("publishedAt", language.of("CÔNG BỐ LÚC", "PUBLISHED")),
                Column.text("state", language.of("TRẠNG THÁI", "STATE")),
                Column.text("sha256", "SHA-256").droppedAt(1),
                Column.longText("refused", language.of("LÝ DO KHÔNG NHẬN", "WHY NOT ADOPTED"))));
    Truth truth = new Truth(console, new Wording(language));
    for (PublicationView each : publications) {
      table.row(
          Cell.of(each.version(), each.version() == null ? "–" : "v" + each.version()),
          Cell.of(each.publishedAt(), truth.moment(each.publishedAt())),
          state(each, language),
          Cell.of(each.sha256(), each.sha256() == null ? "–" : each.sha256().substring(0, 12)),
          Cell.text(each.refused()));
    }
    return table;
  }

  private static Cell state(PublicationView each, Language language) {
    if (each.inForce()) {
      return Cell.of("inForce", language.of("đang áp dụng", "in force")).in(Tone.STRONG);
    }
    return each.adopted()
        ? Cell.of("adopted", language.of("đã thay", "replaced"))
        : Cell.of("refused", language.of("không nhận", "not adopted")).in(Tone.ALERT);
  }
}
