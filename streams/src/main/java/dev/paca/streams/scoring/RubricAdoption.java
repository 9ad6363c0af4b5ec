package dev.paca.streams.scoring;

import dev.paca.internal.TallySource;
import dev.paca.rubrics.RubricVersion;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.rubric.Rubric;
import dev.paca.scoring.rubric.RubricReader;
import dev.paca.scoring.rubric.Rubrics;
import dev.paca.streams.rubrics.Publication;
import dev.paca.streams.rubrics.RubricTable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * By which rubric each year is scored. One that came into force is adopted once every partition of
 * ledger and matters has placed its reports by it; until then every year stays as it is. A sum of
 * reports placed by two rubrics is no tally of either; and a matter counts by its earliest report
 * that counts anywhere, so that one year's rubric can move what another year has.
 */
final class RubricAdoption {
  // What was served before this task started: whether the same publication is in force is not said.
  private static final long BEFORE_START = -2;

  private final Provinces provinces;
  private final PartialsStore partials;
  private final int partitionsOfBoth;
  private final Map<LocalDate, Integer> setSizes = new HashMap<>();
  private final Map<Integer, Adopted> years = new TreeMap<>();

  /**
   * @param publication its offset on {@code paca.rubrics}
   */
  private record Adopted(RubricVersion version, Rubric rubric, long publication) {}

  /**
   * @param partitions of the ledger, and as many of matters
   * @param served the versions by which what is served was scored
   */
  RubricAdoption(
      Provinces provinces,
      PartialsStore partials,
      int partitions,
      Collection<RubricVersion> served) {
    this.provinces = provinces;
    this.partials = partials;
    this.partitionsOfBoth = partitions * TallySource.values().length;
    for (RubricVersion version : served) {
      RubricReader.read(version.getYaml())
          .rubric()
          .ifPresent(
              rubric -> years.put(rubric.year(), new Adopted(version, rubric, BEFORE_START)));
    }
  }

  /**
   * Whether a partition of ledger or matters has not placed its reports by the rubrics in force
   * yet, or has placed them by newer ones already.
   */
  boolean isMoving(RubricTable.InForce inForce) {
    long newest = inForce.newest();
    return !partials.isCoveredBy(newest)
        || !inForce.publications().values().stream()
            .allMatch(each -> isPlaced(each.rubric().orElseThrow(), newest));
  }

  /** Adopts what is in force, once all is placed by it; the years that this changes. */
  Collection<Integer> adopt(RubricTable.InForce inForce) {
    Collection<Integer> changed = new TreeSet<>();
    if (isMoving(inForce)) {
      return changed;
    }
    inForce
        .publications()
        .forEach(
            (year, publication) -> {
              if (!isAdopted(year, publication)) {
                RubricVersion version = publication.version().orElseThrow();
                Rubric rubric = publication.rubric().orElseThrow();
                years.put(year, new Adopted(version, rubric, publication.offset()));
                changed.add(year);
              }
            });
    return changed;
  }

  private boolean isAdopted(int year, Publication publication) {
    Adopted adopted = years.get(year);
    return adopted != null && adopted.publication() == publication.offset();
  }

  private boolean isPlaced(Rubric rubric, long publication) {
    int ranked =
        setSizes.computeIfAbsent(rubric.provincesAsOf(), date -> provinces.on(date).size());
    return partials.placedBy(rubric.year(), publication) == ranked * partitionsOfBoth;
  }

  Rubrics rubrics() {
    return Rubrics.of(years.values().stream().map(Adopted::rubric).toList());
  }

  RubricVersion version(int year) {
    return years.get(year).version();
  }
}
