package dev.paca.cli.rubric;

import dev.paca.cli.console.Console;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code paca rubric check FILE}: every problem at once; exit 1 on any. */
@Command(name = "check", description = "Say everything that is wrong with a rubric file, at once.")
public final class RubricCheckCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Rubric files (YAML).")
  private List<Path> files;

  public RubricCheckCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    int exitCode = 0;
    for (Path path : files) {
      RubricFile file = RubricFile.read(path);
      if (file.problems().isEmpty()) {
        console.out().println(file.summary());
      } else {
        console.say(file.problemLines());
        exitCode = 1;
      }
    }
    return exitCode;
  }
}
