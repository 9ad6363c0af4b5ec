package dev.paca.scoring.rubric;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
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
  private static final int DEEPEST = 50;
  // Criteria trees nest a handful of levels; aliases that repeat each other's content stay small;
  // a rubric of two hundred criteria has some 25,000 characters.
  private static final LoadSettings SETTINGS =
      LoadSettings.builder()
          .setLabel("rubric")
          .setAllowRecursiveKeys(false)
          .setMaxAliasesForCollections(20)
          .setCodePointLimit(250_000)
          .build();

  private RubricReader() {}

  /**
   * @param rubric empty when there are problems
   */
  public record Reading(Optional<Rubric> rubric, List<RubricProblem> problems) {}

  public static Reading read(String yaml) {
    List<RubricProblem> problems = new ArrayList<>();
    Optional<Rubric> rubric = Optional.empty();
    try {
      Optional<RubricProblem> tooDeep = tooDeep(yaml);
      if (tooDeep.isPresent()) {
        return new Reading(Optional.empty(), List.of(tooDeep.get()));
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
    } catch (YamlEngineException e) {
      problems.add(new RubricProblem(1, 1, "not YAML that can be read: " + e.getMessage()));
    }
    problems.sort(
        Comparator.comparingInt(RubricProblem::line).thenComparingInt(RubricProblem::column));
    return new Reading(problems.isEmpty() ? rubric : Optional.empty(), List.copyOf(problems));
  }

  /** Composing recurses: text that only nests must not exhaust the stack. */
  private static Optional<RubricProblem> tooDeep(String yaml) {
    int depth = 0;
    for (Event event : new Parse(SETTINGS).parseString(yaml)) {
      if (event instanceof CollectionStartEvent && ++depth > DEEPEST) {
        Optional<Mark> mark = event.getStartMark();
        return Optional.of(
            new RubricProblem(
                mark.map(Mark::getLine).orElse(0) + 1,
                mark.map(Mark::getColumn).orElse(0) + 1,
                "lists and mappings nest at most " + DEEPEST + " levels deep"));
      }
      if (event instanceof CollectionEndEvent) {
        depth--;
      }
    }
    return Optional.empty();
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
