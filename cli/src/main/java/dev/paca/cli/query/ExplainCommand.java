package dev.paca.cli.query;

import dev.paca.cli.console.Console;
import dev.paca.cli.console.Tone;
import dev.paca.streams.query.EvidenceView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code paca explain 2022 94 C.1.1}: formula, measures and reports behind one criterion. */
@Command(
    name = "explain",
    description = "Why a criterion has its points: formula, measures, and each report behind them.")
public final class ExplainCommand implements Runnable {
  private final Console console;

  @Parameters(index = "0", paramLabel = "YEAR", description = "Assessment year, as 2022.")
  private int year;

  @Parameters(
      index = "1",
      paramLabel = "PROVINCE",
      description = "Code, name or abbreviation, with or without marks.")
  private String province;

  @Parameters(index = "2", paramLabel = "CRITERION", description = "Its code, as C.1.1.")
  private String criterion;

  @Option(
      names = "--rubric",
      paramLabel = "VERSION",
      description = "By this version of the year's rubric instead of the one in force.")
  private Integer rubric;

  @Mixin private AsOfOptions asOf;
  @Mixin private QueryOptions options;

  public ExplainCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    Answer answer = options.client().asOf(asOf.asOf(rubric)).evidence(year, province, criterion);
    if (options.json()) {
      answer.print(console);
    } else {
      show(answer.as(EvidenceView.class));
    }
  }

  private void show(EvidenceView view) {
    Wording words = new Wording(options.language());
    Evidence evidence = new Evidence(view, words);
    evidence.headline(console).forEach(console::caption);
    if (console.outIsTerminal()) {
      evidence.tables().forEach(table -> printApart(table));
    } else {
      new EvidenceRows(view, words).table().print(console);
    }
    if (!view.settled()) {
      String pending =
          words.of(
              "Còn báo cáo đang được tính; hỏi lại sau.",
              "Reports were still on their way to the score; ask again.");
      console.caption(Tone.ALERT.of(pending, console));
    }
    new Truth(console, words).print(view.year(), view.rubricVersion(), view.truth());
  }

  private void printApart(dev.paca.cli.console.Table table) {
    if (!table.isEmpty()) {
      console.out().println();
      table.print(console);
    }
  }
}
