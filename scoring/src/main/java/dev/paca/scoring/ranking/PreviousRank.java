package dev.paca.scoring.ranking;

import dev.paca.scoring.province.Province;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.rubric.Rubric;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A province's rank a year before. A province that one other became under another name keeps its
 * rank; one that several merged into has none, for nothing is comparable.
 */
public final class PreviousRank {
  private final Map<String, String> before = new HashMap<>();

  /**
   * @param rubric of the year
   * @param yearBefore of the year before
   */
  public PreviousRank(Rubric rubric, Rubric yearBefore, Provinces provinces) {
    Set<String> merged = new HashSet<>();
    for (Province old : provinces.on(yearBefore.provincesAsOf())) {
      provinces
          .asOf(old, rubric.provincesAsOf())
          .map(Province::code)
          .filter(code -> before.put(code, old.code()) != null)
          .ifPresent(merged::add);
    }
    before.keySet().removeAll(merged);
  }

  /** Empty when there is no comparable province or it was not ranked. */
  public OptionalInt of(String province, Ranking rankingBefore) {
    String comparable = before.get(province);
    return comparable == null ? OptionalInt.empty() : rankingBefore.rankOf(comparable);
  }
}
