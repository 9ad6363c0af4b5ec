package dev.paca.cli.rubric;

import dev.paca.cli.console.Console;
import dev.paca.cli.query.Answer;
import dev.paca.cli.query.QueryClient;
import dev.paca.cli.query.QueryOptions;
import dev.paca.cli.query.Truth;
import dev.paca.cli.query.Wording;
import dev.paca.streams.query.DiffView;
import dev.paca.streams.query.ProvinceView;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code paca rubric diff YEAR FILE}: what a file would change, without publishing it. */
@Command(
    name = "diff",
    description =
        "What a rubric file would change for every province, from what is counted now; publishes"
            + " nothing.")
public final class RubricDiffCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(index = "0", paramLabel = "YEAR", description = "Assessment year, as 2022.")
  private int year;

  @Parameters(index = "1", paramLabel = "FILE", description = "The rubric file (YAML).")
  private Path path;

  @Option(
      names = "--province",
      paramLabel = "PROVINCE",
      description = "Only this province, with every criterion: code, name or abbreviation.")
  private String province;

  @Mixin private QueryOptions options;

  public RubricDiffCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    RubricFile file = RubricFile.read(path);
    if (!file.problems().isEmpty()) {
      console.say(file.problemLines());
      return 1;
    }
    QueryClient client = options.client();
    byte[] bytes = file.yaml().getBytes(StandardCharsets.UTF_8);
    Answer answer = client.diff(year, bytes, path.toString());
    if (options.json()) {
      answer.print(console);
    } else {
      show(answer.as(DiffView.class), client);
    }
    return 0;
  }

  private void show(DiffView diff, QueryClient client) {
    Wording words = new Wording(options.language());
    DiffTables tables = new DiffTables(diff, words);
    if (province == null) {
      tables.provinces(!console.outIsTerminal()).print(console);
      console.caption(tables.summary());
    } else {
      ProvinceView view = client.province(year, province).as(ProvinceView.class);
      console.caption(tables.headline(view.province()));
      tables.criteria(view).print(console);
    }
    new Truth(console, words).print(diff.year(), diff.inForce(), diff.truth());
  }
}
