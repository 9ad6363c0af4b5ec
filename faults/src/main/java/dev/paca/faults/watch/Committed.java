package dev.paca.faults.watch;

import dev.paca.scores.ProvinceScore;
import dev.paca.scores.RankedProvince;
import dev.paca.scores.Ranking;
import dev.paca.scoring.tally.Place;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Every total and every ranking that was ever committed: an answer must be one of them. */
public final class Committed {
  private final Map<Place, Set<BigDecimal>> totals = new ConcurrentHashMap<>();

  /** By hash: a wrong ranking passes once in four billion, a right one always. */
  private final Map<Integer, Set<Integer>> rankings = new ConcurrentHashMap<>();

  void add(ProvinceScore score) {
    totals
        .computeIfAbsent(
            new Place(score.getYear(), score.getProvince()), p -> ConcurrentHashMap.newKeySet())
        .add(score.getTotal().setScale(2));
  }

  void add(Ranking ranking) {
    Map<String, BigDecimal> rows = new TreeMap<>();
    for (RankedProvince row : ranking.getRows()) {
      rows.put(row.getProvince(), row.getTotal());
    }
    rankings
        .computeIfAbsent(ranking.getYear(), year -> ConcurrentHashMap.newKeySet())
        .add(hash(rows));
  }

  /** Whether a province had this total; 0 is what it has before its first. */
  public boolean total(Place place, BigDecimal total) {
    return total.signum() == 0 || totals.getOrDefault(place, Set.of()).contains(total.setScale(2));
  }

  /**
   * Whether a year's provinces had these totals at one moment.
   *
   * @param hash of {@link #hash}
   */
  public boolean ranking(int year, int hash) {
    return rankings.getOrDefault(year, Set.of()).contains(hash);
  }

  /** Of the totals of a year's ranking, by province. */
  public static int hash(Map<String, BigDecimal> totals) {
    Map<String, BigDecimal> rows = new TreeMap<>();
    totals.forEach((province, total) -> rows.put(province, total.setScale(2)));
    return rows.hashCode();
  }
}
