package dev.paca.scoring.rubric;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Composing recurses and follows aliases: text that only nests or repeats must not exhaust it. */
final class YamlBounds {
  private static final int DEEPEST = 50;
  private static final int MOST_ALIASES = 20;

  private final Set<Anchor> collections = new HashSet<>();
  private int depth;
  private int aliases;

  private YamlBounds() {}

  /** The first place that goes too far. */
  static Optional<RubricProblem> exceeded(String yaml, LoadSettings settings) {
    YamlBounds bounds = new YamlBounds();
    for (Event event : new Parse(settings).parseString(yaml)) {
      Optional<String> problem = bounds.take(event);
      if (problem.isPresent()) {
        Optional<Mark> mark = event.getStartMark();
        return Optional.of(
            new RubricProblem(
                mark.map(Mark::getLine).orElse(0) + 1,
                mark.map(Mark::getColumn).orElse(0) + 1,
                problem.get()));
      }
    }
    return Optional.empty();
  }

  private Optional<String> take(Event event) {
    if (event instanceof CollectionStartEvent start) {
      start.getAnchor().ifPresent(collections::add);
      depth++;
    } else if (event instanceof CollectionEndEvent) {
      depth--;
    } else if (event instanceof AliasEvent alias && collections.contains(alias.getAlias())) {
      aliases++;
    }
    if (depth > DEEPEST) {
      return Optional.of("lists and mappings nest at most " + DEEPEST + " levels deep");
    }
    return aliases > MOST_ALIASES
        ? Optional.of("lists and mappings are repeated by alias at most " + MOST_ALIASES + " times")
        : Optional.empty();
  }
}
