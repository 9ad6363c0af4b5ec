package dev.paca.cli.rubric;

import dev.paca.cli.console.Console;
import dev.paca.cli.settings.KafkaOptions;
import dev.paca.cli.settings.RunOptions;
import dev.paca.settings.Settings;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code paca rubric publish FILE}: puts a new version in force. */
@Command(
    name = "publish",
    description =
        "Put a version of a rubric in force: a new one, or an earlier one again (rollback). Every"
            + " score of its year is computed anew. A published version never changes.")
public final class RubricPublishCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "FILE", description = "The rubric file (YAML).")
  private Path path;

  @Mixin private KafkaOptions kafka;
  @Mixin private RunOptions run;

  public RubricPublishCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    RubricFile file = RubricFile.read(path);
    if (!file.problems().isEmpty()) {
      console.say(file.problemLines());
      return 1;
    }
    Settings settings = run.settings(kafka.given());
    PublishedRubrics.Outcome outcome =
        new PublishedRubrics(KafkaOptions.clients(run, settings), settings).publish(file);
    console.out().println(said(outcome, file));
    return 0;
  }

  private static String said(PublishedRubrics.Outcome outcome, RubricFile file) {
    return switch (outcome.kind()) {
      case PUBLISHED -> "published " + file.summary();
      case ALREADY_IN_FORCE -> "already in force: " + file.summary();
      case ROLLED_BACK ->
          "rolled back to version %d; version %d was in force: %s"
              .formatted(file.version().getVersion(), outcome.before(), file.summary());
    };
  }
}
