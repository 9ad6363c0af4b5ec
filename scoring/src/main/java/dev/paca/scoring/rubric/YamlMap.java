package dev.paca.scoring.rubric;

import dev.paca.scoring.measure.EditDistance;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A mapping of a rubric file, read key by key; whatever is wrong goes to the problems. */
final class YamlMap {
  // Nine digits, as the scores' Avro schema holds; "1e999999999" would be a gigabyte of zeros.
  private static final Pattern POINTS = Pattern.compile("[0-9]{1,7}([.][0-9]{1,2}0{0,20})?");

  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final int LONGEST_QUOTE = 60;

  private final Node node;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final List<RubricProblem> problems;

  private YamlMap(Node node, List<RubricProblem> problems) {
    this.node = node;
    this.problems = problems;
  }

  /** Empty, with a problem, when the node is no mapping. Unknown and repeated keys are problems. */
  static Optional<YamlMap> of(Node node, List<String> keys, List<RubricProblem> problems) {
    if (!(node instanceof MappingNode mapping)) {
      problems.add(
          problem(node, "a mapping with the keys " + String.join(", ", keys) + " is needed"));
      return Optional.empty();
    }
    YamlMap map = new YamlMap(node, problems);
    for (NodeTuple tuple : mapping.getValue()) {
      String key =
          tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "(no text)";
      if (!keys.contains(key)) {
        String nearest =
            keys.stream()
                .min(Comparator.comparingInt(k -> EditDistance.between(k, key)))
                .orElseThrow();
        problems.add(
            problem(tuple.getKeyNode(), "unknown key " + quoted(key) + "; nearest is " + nearest));
      } else if (map.values.put(key, tuple.getValueNode()) != null) {
        problems.add(problem(tuple.getKeyNode(), "the key " + key + " stands twice"));
      }
    }
    return Optional.of(map);
  }

  static RubricProblem problem(Node node, String message) {
    int line = node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    int column = node.getStartMark().map(mark -> mark.getColumn() + 1).orElse(1);
    return new RubricProblem(line, column, message);
  }

  /** What was found, short enough for a line of a message. */
  static String quoted(String text) {
    int length = text.codePointCount(0, text.length());
    return length <= LONGEST_QUOTE
        ? "\"" + text + "\""
        : "\"" + text.substring(0, text.offsetByCodePoints(0, LONGEST_QUOTE)) + "…\"";
  }

  Node node() {
    return node;
  }

  Optional<Node> optional(String key) {
    return Optional.ofNullable(values.get(key));
  }

  Optional<Node> required(String key) {
    if (!values.containsKey(key)) {
      problems.add(problem(node, "the key " + key + " is missing"));
    }
    return optional(key);
  }

  Optional<String> text(Optional<Node> value) {
    return value.flatMap(
        found -> {
          if (found instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return Optional.of(scalar.getValue());
          }
          problems.add(problem(found, "a text is needed here"));
          return Optional.empty();
        });
  }

  Optional<LocalDate> date(Optional<Node> value) {
    return text(value)
        .flatMap(
            text -> {
              try {
                // Years of more digits are dates too, of which others cannot be reckoned.
                if (DAY.matcher(text).matches()) {
                  return Optional.of(LocalDate.parse(text));
                }
              } catch (DateTimeParseException e) {
                // Such as the thirtieth of February; said below.
              }
              problems.add(problem(value.get(), quoted(text) + " is no date; write 2022-12-15"));
              return Optional.empty();
            });
  }

  /** A decimal with at most two places, zero or more. */
  Optional<BigDecimal> points(Optional<Node> value) {
    return text(value)
        .flatMap(
            text -> {
              if (POINTS.matcher(text).matches()) {
                return Optional.of(new BigDecimal(text).setScale(2));
              }
              problems.add(
                  problem(
                      value.get(),
                      quoted(text)
                          + " is no number from 0 to 9999999.99 with at most two decimals"));
              return Optional.empty();
            });
  }

  Optional<Integer> whole(Optional<Node> value, int least, int most) {
    return text(value)
        .flatMap(
            text -> {
              if (text.matches("[0-9]{1,9}")
                  && Integer.parseInt(text) >= least
                  && Integer.parseInt(text) <= most) {
                return Optional.of(Integer.parseInt(text));
              }
              problems.add(
                  problem(
                      value.get(),
                      quoted(text) + " is no whole number from " + least + " to " + most));
              return Optional.empty();
            });
  }

  boolean flag(Optional<Node> value) {
    return text(value)
        .map(
            text -> {
              if (!text.equals("true") && !text.equals("false")) {
                problems.add(problem(value.get(), "true or false, not " + quoted(text)));
              }
              return text.equals("true");
            })
        .orElse(false);
  }

  List<Node> list(Optional<Node> value) {
    return value
        .map(
            found -> {
              if (found instanceof SequenceNode sequence && !sequence.getValue().isEmpty()) {
                return sequence.getValue();
              }
              problems.add(problem(found, "a list with at least one entry is needed here"));
              return List.<Node>of();
            })
        .orElse(List.of());
  }
}
