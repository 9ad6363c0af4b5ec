package dev.paca.cli.query;

import dev.paca.cli.console.Console;
import dev.paca.streams.query.ProvinceView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code paca scores 2022 "soc trang"}: a province's total, rank, parts and weak criteria. */
@Command(
    name = "scores",
    description = "The scores of one province: total, rank, parts, weak criteria first.")
public final class ScoresCommand implements Runnable {
  private final Console console;

  @Parameters(index = "0", paramLabel = "YEAR", description = "Assessment year, as 2022.")
  private int year;

  @Parameters(
      index = "1",
      paramLabel = "PROVINCE",
      description = "Code, name or abbreviation, with or without marks: 94, 'soc trang', ST.")
  private String province;

  @Option(names = "--all", description = "Every criterion, not only parts and weak ones.")
  private boolean all;

  @Option(
      names = "--rubric",
      paramLabel = "VERSION",
      description = "By this version of the year's rubric instead of the one in force.")
  private Integer rubric;

  @Mixin private AsOfOptions asOf;
  @Mixin private QueryOptions options;

  public ScoresCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    Answer answer = options.client().asOf(asOf.asOf(rubric)).province(year, province);
    if (options.json()) {
      answer.print(console);
    } else {
      show(answer.as(ProvinceView.class));
    }
  }

  private void show(ProvinceView view) {
    Wording words = new Wording(options.language());
    Standing standing = new Standing(view, words);
    console.caption(standing.headline(console));
    if (console.outIsTerminal()) {
      standing.parts().print(console);
      console.out().println();
      if (all) {
        new CriteriaTable(words).of(view.criteria()).print(console);
      } else {
        weak(view, words);
      }
      standing.notes().forEach(console::caption);
    } else {
      standing.everything().print(console);
    }
    new Truth(console, words).print(view.year(), view.rubricVersion(), view.truth());
  }

  private void weak(ProvinceView view, Wording words) {
    if (view.weak().isEmpty()) {
      console.caption(words.of("Không có tiêu chí yếu.", "No weak criterion."));
      return;
    }
    console.caption(words.of("Tiêu chí yếu, yếu nhất trước:", "Weak criteria, worst first:"));
    new CriteriaTable(words).of(Standing.weakCriteria(view)).print(console);
  }
}
