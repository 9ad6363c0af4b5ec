package dev.paca.cli.certificate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One thing in which two certificates differ.
 *
 * @param what {@code input paca.audits-2}, {@code rubric 2022}, {@code scores 2022} …
 */
public record Divergence(String what, String certified, String recomputed) {
  private static final String ABSENT = "none";

  /** Empty for two that certify the same. */
  public static List<Divergence> between(Certificate certified, Certificate recomputed) {
    List<Divergence> found = new ArrayList<>();
    add(found, "format", certified.format(), recomputed.format());
    add(found, "at", certified.at(), recomputed.at());
    add(found, "until", certified.until(), recomputed.until());
    parts(
        found,
        "input ",
        byName(certified.input().partitions(), Certificate.Partition::partition),
        byName(recomputed.input().partitions(), Certificate.Partition::partition),
        partition -> partition.range() + ", " + partition.sha256());
    parts(
        found,
        "rubric ",
        byName(certified.rubrics().years(), rubric -> Integer.toString(rubric.year())),
        byName(recomputed.rubrics().years(), rubric -> Integer.toString(rubric.year())),
        rubric -> "version " + rubric.version() + ", " + rubric.sha256());
    parts(
        found,
        "scores ",
        byName(certified.scores().years(), year -> Integer.toString(year.year())),
        byName(recomputed.scores().years(), year -> Integer.toString(year.year())),
        year -> year.count() + " scores, " + year.sha256());
    if (found.isEmpty()) {
      // Only a certificate that contradicts itself gets here with anything to add.
      add(found, "input", certified.input().sha256(), recomputed.input().sha256());
      add(found, "rubrics", certified.rubrics().sha256(), recomputed.rubrics().sha256());
      add(found, "scores", certified.scores().sha256(), recomputed.scores().sha256());
    }
    return List.copyOf(found);
  }

  private static <T> void parts(
      List<Divergence> found,
      String kind,
      Map<String, T> certified,
      Map<String, T> recomputed,
      Function<T, String> words) {
    TreeSet<String> names = new TreeSet<>(certified.keySet());
    names.addAll(recomputed.keySet());
    for (String name : names) {
      T one = certified.get(name);
      T other = recomputed.get(name);
      if (!Objects.equals(one, other)) {
        found.add(new Divergence(kind + name, words(one, words), words(other, words)));
      }
    }
  }

  private static <T> String words(T part, Function<T, String> words) {
    return part == null ? ABSENT : words.apply(part);
  }

  private static <T> Map<String, T> byName(Collection<T> parts, Function<T, String> name) {
    return parts.stream()
        .collect(Collectors.toMap(name, part -> part, (one, same) -> same, LinkedHashMap::new));
  }

  private static void add(List<Divergence> found, String what, Object one, Object other) {
    if (!Objects.equals(one, other)) {
      found.add(
          new Divergence(what, Objects.toString(one, ABSENT), Objects.toString(other, ABSENT)));
    }
  }
}
