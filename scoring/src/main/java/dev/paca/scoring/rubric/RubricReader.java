package dev.paca.scoring.rubric;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a rubric file; finds every problem at once, each with its line and column. */
public final class RubricReader {
  private static final List<String> KEYS =
      List.of(
          "rubric",
          "version",
          "year",
          "window",
          "provincesAsOf",
          "acceptUntil",
          "source",
          "weakBelow",
          "criteria");
  private static final int MOST_PROBLEMS = 500;
  // A rubric of two hundred criteria has some 25,000 characters.
  private static final LoadSettings SETTINGS =
      LoadSettings.builder()
          .setLabel("rubric")
          .setAllowRecursiveKeys(false)
          .setAllowNonScalarKeys(true)
          .setCodePointLimit(250_000)
          .build();

  private RubricReader() {}

  /**
   * @param rubric empty when there are problems
   */
  public record Reading(Optional<Rubric> rubric, List<RubricProblem> problems) {}

  /** Reads a file's bytes. */
  public static Reading read(byte[] file) {
    RubricText text = RubricText.of(file);
    return text.problem()
        .map(problem -> new Reading(Optional.empty(), List.of(problem)))
        .orElseGet(() -> read(text.text()));
  }

  /** Lines may end as on any system; a mark of the byte order at the start does not count. */
  public static Reading read(String text) {
    String yaml = text.replace("\r\n", "\n").replace('\r', '\n');
    List<RubricProblem> problems = new ArrayList<>();
    Optional<Rubric> rubric = Optional.empty();
    try {
      Optional<RubricProblem> exceeded = YamlBounds.exceeded(yaml, SETTINGS);
      if (exceeded.isPresent()) {
        return new Reading(Optional.empty(), List.of(exceeded.get()));
      }
      Optional<Node> root = new Compose(SETTINGS).composeString(yaml);
      if (root.isEmpty()) {
        problems.add(new RubricProblem(1, 1, "the file is empty"));
      }
      rubric = root.flatMap(node -> rubric(yaml, node, problems));
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      int column = e.getProblemMark().map(mark -> mark.getColumn() + 1).orElse(1);
      problems.add(new RubricProblem(line, column, "not YAML: " + e.getProblem()));
    } catch (ReaderException e) {
      problems.add(unreadable(yaml, e));
    } catch (YamlEngineException e) {
      problems.add(new RubricProblem(1, 1, "not YAML that can be read: " + e.getMessage()));
    }
    return new Reading(problems.isEmpty() ? rubric : Optional.empty(), bounded(problems));
  }

  /** A file that is no rubric at all may have a problem in every line. */
  private static List<RubricProblem> bounded(List<RubricProblem> problems) {
    problems.sort(
        Comparator.comparingInt(RubricProblem::line).thenComparingInt(RubricProblem::column));
    if (problems.size() <= MOST_PROBLEMS) {
      return List.copyOf(problems);
    }
    List<RubricProblem> first = new ArrayList<>(problems.subList(0, MOST_PROBLEMS));
    RubricProblem next = problems.get(MOST_PROBLEMS);
    int left = problems.size() - MOST_PROBLEMS;
    first.add(
        new RubricProblem(next.line(), next.column(), "and %d more from here on".formatted(left)));
    return List.copyOf(first);
  }

  private static RubricProblem unreadable(String yaml, ReaderException e) {
    int at =
        yaml.offsetByCodePoints(
            0, Math.min(e.getPosition(), yaml.codePointCount(0, yaml.length())));
    return RubricText.at(
        yaml.substring(0, at), "the character U+%04X is not allowed".formatted(e.getCodePoint()));
  }

  private static Optional<Rubric> rubric(String yaml, Node root, List<RubricProblem> problems) {
    Optional<YamlMap> found = YamlMap.of(root, KEYS, problems);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    YamlMap map = found.get();
    Optional<String> name = map.text(map.required("rubric"));
    Optional<Integer> version = map.whole(map.required("version"), 1, 999_999);
    Optional<Integer> year = map.whole(map.required("year"), 2000, 2100);
    Optional<Window> window = window(map, problems);
    Optional<LocalDate> provincesAsOf = map.date(map.required("provincesAsOf"));
    Optional<LocalDate> acceptUntil = map.date(map.optional("acceptUntil"));
    Optional<String> source = map.text(map.required("source"));
    BigDecimal weakBelow = map.points(map.optional("weakBelow")).orElse(new BigDecimal("0.50"));
    if (weakBelow.compareTo(BigDecimal.ONE) > 0) {
      problems.add(
          YamlMap.problem(
              map.optional("weakBelow").orElseThrow(), "a share of the maximum, 0 to 1"));
    }
    List<Criterion> parts =
        new CriteriaReader(yaml, problems).read(map.list(map.required("criteria")));
    if (!problems.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Rubric.of(
            name.orElseThrow(),
            year.orElseThrow(),
            version.orElseThrow(),
            window.orElseThrow(),
            provincesAsOf.orElseThrow(),
            acceptUntil,
            source.orElseThrow(),
            weakBelow,
            parts));
  }

  private static Optional<Window> window(YamlMap map, List<RubricProblem> problems) {
    Optional<YamlMap> found =
        map.required("window").flatMap(node -> YamlMap.of(node, List.of("from", "to"), problems));
    if (found.isEmpty()) {
      return Optional.empty();
    }
    YamlMap window = found.get();
    Optional<LocalDate> from = window.date(window.required("from"));
    Optional<LocalDate> to = window.date(window.required("to"));
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    if (to.get().isBefore(from.get())) {
      problems.add(
          YamlMap.problem(
              window.node(),
              "the window is upside down: " + to.get() + " is before " + from.get()));
    }
    return Optional.of(new Window(from.get(), to.get()));
  }
}
