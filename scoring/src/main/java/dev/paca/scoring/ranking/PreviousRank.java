package dev.paca.scoring.ranking;

import dev.paca.scoring.province.Province;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.rubric.Rubric;
import java.util.List;
import java.util.OptionalInt;

/**
 * A province's rank a year before. A province that one other became under another name keeps its
 * rank; one that several merged into has none, for nothing is comparable.
 */
public final class PreviousRank {
  private PreviousRank() {}

  /** Empty when there is no comparable province or it was not ranked. */
  public static OptionalInt of(
      String province, Rubric rubric, Rubric before, Ranking rankingBefore, Provinces provinces) {
    Province now = provinces.resolve(province, rubric.provincesAsOf()).orElseThrow();
    List<Province> then =
        provinces.on(before.provincesAsOf()).stream()
            .filter(
                old -> provinces.asOf(old, rubric.provincesAsOf()).filter(now::equals).isPresent())
            .toList();
    return then.size() == 1 ? rankingBefore.rankOf(then.get(0).code()) : OptionalInt.empty();
  }
}
