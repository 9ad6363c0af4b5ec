package dev.paca.scoring.rubric;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The rubrics in force: of the index, the version last published for each year. Immutable. */
public final class Rubrics {
  private final Map<Integer, Rubric> byYear;
  private final List<Rubric> all;

  private Rubrics(Map<Integer, Rubric> byYear) {
    this.byYear = byYear;
    this.all = List.copyOf(byYear.values());
  }

  public static Rubrics none() {
    return new Rubrics(new TreeMap<>());
  }

  public static Rubrics of(Collection<Rubric> rubrics) {
    Rubrics all = none();
    for (Rubric rubric : rubrics) {
      all = all.with(rubric);
    }
    return all;
  }

  /** These with {@code rubric} in force for its year. Rubrics of other names are not ranked. */
  public Rubrics with(Rubric rubric) {
    if (!rubric.name().equals(Rubric.INDEX)) {
      return this;
    }
    Map<Integer, Rubric> changed = new TreeMap<>(byYear);
    changed.put(rubric.year(), rubric);
    return new Rubrics(changed);
  }

  public Optional<Rubric> of(int year) {
    return Optional.ofNullable(byYear.get(year));
  }

  /** Earliest year first. */
  public List<Rubric> all() {
    return all;
  }
}
