package dev.paca.cli.rubric;

import dev.paca.cli.console.CommandFailed;
import dev.paca.rubrics.RubricVersion;
import dev.paca.scoring.rubric.Rubric;
import dev.paca.scoring.rubric.RubricProblem;
import dev.paca.scoring.rubric.RubricReader;
import dev.paca.scoring.rubric.RubricText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One rubric file as it was read.
 *
 * @param rubric empty when there are problems
 */
public record RubricFile(
    Path path, String yaml, Optional<Rubric> rubric, List<RubricProblem> problems) {

  /** Reads and checks; fails only where the file itself cannot be read. */
  public static RubricFile read(Path path) {
    try {
      if (Files.size(path) > RubricText.MAX_BYTES) {
        throw new CommandFailed(
            "%s has %d bytes; a rubric has at most %d"
                .formatted(path, Files.size(path), RubricText.MAX_BYTES));
      }
      byte[] bytes = Files.readAllBytes(path);
      RubricReader.Reading reading = RubricReader.read(bytes);
      return new RubricFile(
          path, RubricText.of(bytes).text(), reading.rubric(), reading.problems());
    } catch (NoSuchFileException e) {
      throw new CommandFailed("there is no file " + path, e);
    } catch (IOException e) {
      throw new CommandFailed("cannot read " + path + ": " + e, e);
    }
  }

  /** The rubric, where there is no problem; else fails with the first and how many there are. */
  public Rubric correct() {
    return rubric.orElseThrow(
        () ->
            new CommandFailed(
                "%s:%s; %d problems in all: paca rubric check %s"
                    .formatted(path, problems.get(0), problems.size(), path)));
  }

  /** What is put on the rubrics' topic. */
  public RubricVersion version() {
    Rubric correct = correct();
    return new RubricVersion(correct.name(), correct.year(), correct.version(), yaml);
  }

  /** One line that says what the rubric is. */
  String summary() {
    Rubric correct = correct();
    String windows = correct.window().from() + " to " + correct.window().to();
    return "%s: %s %d v%d, %s points, %d criteria, %s"
        .formatted(
            path,
            correct.name(),
            correct.year(),
            correct.version(),
            correct.max().stripTrailingZeros().toPlainString(),
            correct.all().size(),
            windows);
  }

  /** Every problem, a line each, as editors and compilers know it: FILE:LINE:COLUMN what. */
  String problemLines() {
    return problems.stream()
        .map(problem -> path + ":" + problem)
        .collect(Collectors.joining(System.lineSeparator()));
  }
}
