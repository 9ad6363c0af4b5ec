package dev.paca.benchmarks.checkout;

import dev.paca.scoring.rubric.Rubric;
import dev.paca.scoring.rubric.RubricReader;
import dev.paca.scoring.rubric.Rubrics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;

/** The checkout that holds rubrics and samples. */
public record Repository(Path root) {
  /** The system property that names the root, as the launcher sets it. */
  public static final String HOME = "paca.home";

  private static final int FIRST_YEAR = 2021;
  private static final int LAST_YEAR = 2025;

  /**
   * The folder that {@link #HOME} names, else the nearest one at or above the working directory.
   *
   * @throws IllegalStateException when neither is a checkout
   */
  public static Repository find() {
    String said = System.getProperty(HOME, "");
    Path start = Path.of(said).toAbsolutePath();
    Optional<Path> found =
        said.isEmpty() ? above(start) : Optional.of(start).filter(Repository::is);
    return new Repository(
        found.orElseThrow(
            () ->
                new IllegalStateException(
                    start
                        + " is not a checkout with rubrics/ and samples/; run from inside one or"
                        + " name it with -Dpaca.home=FOLDER")));
  }

  private static Optional<Path> above(Path start) {
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (is(folder)) {
        return Optional.of(folder);
      }
    }
    return Optional.empty();
  }

  private static boolean is(Path folder) {
    return Files.isRegularFile(folder.resolve("rubrics").resolve("2022.yaml"))
        && Files.isDirectory(folder.resolve("samples").resolve("national"));
  }

  public Path nationalSample() {
    return root.resolve("samples").resolve("national");
  }

  /** Where figures are written. */
  public Path results() {
    return root.resolve("benchmarks").resolve("results");
  }

  /**
   * The class path of the peer on Flink.
   *
   * @throws IllegalStateException when it has not been built
   */
  public String flinkClassPath() {
    Path built = root.resolve("benchmarks").resolve("flink").resolve("target/dist/lib");
    if (!Files.isDirectory(built)) {
      throw new IllegalStateException(
          built + " is not there; build it with: mvn -pl benchmarks/flink -am package");
    }
    return built.resolve("*").toString();
  }

  /** The text of a year's rubric. */
  public String rubricText(int year) {
    return text(root.resolve("rubrics").resolve(year + ".yaml"));
  }

  public Rubric rubric(int year) {
    RubricReader.Reading reading = RubricReader.read(rubricText(year));
    return reading
        .rubric()
        .orElseThrow(
            () -> new IllegalStateException("rubrics/" + year + ".yaml: " + reading.problems()));
  }

  /** The index's rubrics of the five years, 2021 to 2025. */
  public Rubrics rubrics() {
    return Rubrics.of(IntStream.rangeClosed(FIRST_YEAR, LAST_YEAR).mapToObj(this::rubric).toList());
  }

  /** The text of a file. */
  public static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }
}
