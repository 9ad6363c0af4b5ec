package dev.paca.faults.workload;

import dev.paca.cli.rubric.RubricFile;
import dev.paca.scoring.rubric.Rubric;
import dev.paca.scoring.rubric.Rubrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The index's rubrics of the repository: what windows and criteria drawn reports may name. */
public final class IndexRubrics {
  private IndexRubrics() {}

  /**
   * @param home the folder that holds {@code rubrics/}
   */
  public static Rubrics in(Path home) throws IOException {
    try (Stream<Path> files = Files.list(home.resolve("rubrics"))) {
      return Rubrics.of(
          files
              .filter(file -> file.toString().endsWith(".yaml"))
              .sorted()
              .map(RubricFile::read)
              .map(RubricFile::rubric)
              .flatMap(Optional::stream)
              .filter(rubric -> rubric.name().equals(Rubric.INDEX))
              .toList());
    }
  }
}
