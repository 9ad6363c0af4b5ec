package dev.paca.scoring.rubric;

import dev.paca.scoring.formula.Formula;
import dev.paca.scoring.formula.FormulaCompiler;
import dev.paca.scoring.rubric.Criterion.Name;
import dev.paca.scoring.rubric.Criterion.Provenance;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads the tree of criteria of a rubric file. */
final class CriteriaReader {
  private static final List<String> KEYS =
      List.of("code", "name", "max", "provenance", "source", "points", "appraised", "criteria");
  private static final int DEEPEST = 6;
  private static final int MOST = 500;

  private final String file;
  private final List<RubricProblem> problems;
  private final Map<String, Integer> lineOfCode = new HashMap<>();
  private boolean full;
  private final Set<Node> read = Collections.newSetFromMap(new IdentityHashMap<>());

  /**
   * @param file the whole text, in which errors of formulas are placed
   */
  CriteriaReader(String file, List<RubricProblem> problems) {
    this.file = file;
    this.problems = problems;
  }

  List<Criterion> read(List<Node> nodes) {
    return criteria(nodes, Optional.empty(), 0);
  }

  private List<Criterion> criteria(List<Node> nodes, Optional<String> parent, int depth) {
    List<Criterion> criteria = new ArrayList<>();
    for (Node node : nodes) {
      if (depth >= DEEPEST) {
        problems.add(YamlMap.problem(node, "criteria nest at most " + DEEPEST + " levels deep"));
        return criteria;
      }
      if (read.size() == MOST) {
        if (!full) {
          problems.add(YamlMap.problem(node, "a rubric has at most " + MOST + " criteria"));
        }
        full = true;
        return criteria;
      }
      if (!read.add(node)) {
        problems.add(
            YamlMap.problem(node, "an alias repeats this criterion; each stands in the tree once"));
        continue;
      }
      YamlMap.of(node, KEYS, problems)
          .flatMap(map -> criterion(map, parent, depth))
          .ifPresent(criteria::add);
    }
    return criteria;
  }

  private Optional<Criterion> criterion(YamlMap map, Optional<String> parent, int depth) {
    Optional<String> code = map.text(map.required("code"));
    code.ifPresent(text -> once(text, map.optional("code").orElseThrow()));
    Optional<Name> name = name(map);
    Optional<BigDecimal> max = map.points(map.required("max"));
    Optional<Formula> formula = map.text(map.optional("points")).flatMap(text -> formula(map));
    boolean appraised = map.flag(map.optional("appraised"));
    Optional<Provenance> provenance = provenance(map);
    Optional<String> source = map.text(map.optional("source"));
    List<Node> below = map.list(map.optional("criteria"));
    List<Criterion> children = criteria(below, code, depth + 1);
    shape(map, appraised);
    if (children.size() == below.size()) {
      max.ifPresent(points -> addUp(map, children, points));
    }
    if (code.isEmpty() || name.isEmpty() || max.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Criterion(
            code.get(),
            parent,
            depth,
            name.get(),
            max.get(),
            formula,
            appraised,
            provenance,
            source,
            List.copyOf(children)));
  }

  private void once(String code, Node node) {
    if (code.equals(Rubric.TOTAL) || !code.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,31}")) {
      problems.add(
          YamlMap.problem(
              node,
              YamlMap.quoted(code)
                  + " is no code: letters, digits, dots; at most 32; not "
                  + Rubric.TOTAL));
    }
    int line = YamlMap.problem(node, "").line();
    Integer first = lineOfCode.putIfAbsent(code, line);
    if (first != null) {
      problems.add(YamlMap.problem(node, "the code " + code + " stands in line " + first + " too"));
    }
  }

  private Optional<Name> name(YamlMap map) {
    Optional<YamlMap> both =
        map.required("name").flatMap(node -> YamlMap.of(node, List.of("vi", "en"), problems));
    if (both.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> vi = both.get().text(both.get().required("vi"));
    Optional<String> en = both.get().text(both.get().required("en"));
    return vi.isEmpty() || en.isEmpty()
        ? Optional.empty()
        : Optional.of(new Name(vi.get(), en.get()));
  }

  private Optional<Provenance> provenance(YamlMap map) {
    Optional<Node> node = map.optional("provenance");
    return map.text(node)
        .flatMap(
            word -> {
              for (Provenance provenance : Provenance.values()) {
                if (provenance.word().equals(word)) {
                  return Optional.of(provenance);
                }
              }
              problems.add(
                  YamlMap.problem(
                      node.get(),
                      "published, derived or illustrative, not " + YamlMap.quoted(word)));
              return Optional.empty();
            });
  }

  private Optional<Formula> formula(YamlMap map) {
    ScalarNode node = (ScalarNode) map.optional("points").orElseThrow();
    FormulaCompiler.Compilation compiled = FormulaCompiler.compile(node.getValue().strip());
    compiled.errors().forEach(error -> problems.add(FormulaPlace.of(file, node, error)));
    return compiled.formula();
  }

  private void shape(YamlMap map, boolean appraised) {
    boolean parent = map.optional("criteria").isPresent();
    boolean decided = map.optional("points").isPresent() || appraised;
    if (parent && decided) {
      problems.add(
          YamlMap.problem(
              map.node(),
              "a criterion with criteria below it is their sum: no points, no appraised"));
    }
    if (!parent && !decided) {
      problems.add(
          YamlMap.problem(map.node(), "a leaf needs points (a formula), appraised: true, or both"));
    }
    if (!parent && map.optional("provenance").isEmpty()) {
      problems.add(
          YamlMap.problem(
              map.node(), "a leaf says its provenance: published, derived or illustrative"));
    }
  }

  private void addUp(YamlMap map, List<Criterion> children, BigDecimal max) {
    BigDecimal sum = children.stream().map(Criterion::max).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (!children.isEmpty() && sum.compareTo(max) != 0) {
      problems.add(
          YamlMap.problem(
              map.optional("max").orElseThrow(),
              "the maxima below add up to " + sum + ", not " + max));
    }
  }
}
