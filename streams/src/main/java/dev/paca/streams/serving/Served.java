package dev.paca.streams.serving;

import dev.paca.scores.ProvinceScore;
import dev.paca.scores.Ranking;
import dev.paca.scoring.rubric.Rubric;
import dev.paca.scoring.tally.Tally;
import dev.paca.streams.freshness.FreshnessTable;
import dev.paca.streams.store.TallyBlocks;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One consistent state of everything that is served. Immutable.
 *
 * @param years assessment years by number, those with a rubric
 * @param covers TOPIC-PARTITION → next input offset
 * @param asOf broker time of the newest input covered, ms; 0 before any
 * @param freshness who reports; it has a coverage of its own
 */
public record Served(
    TreeMap<Integer, Year> years, Map<String, Long> covers, long asOf, FreshnessTable freshness) {
  static final Served NOTHING = new Served(new TreeMap<>(), Map.of(), 0);

  /** Without anything known of who reports. */
  public Served(TreeMap<Integer, Year> years, Map<String, Long> covers, long asOf) {
    this(years, covers, asOf, FreshnessTable.NOTHING);
  }

  /**
   * @param scores by province code; a province with nothing yet may be missing
   * @param ranking empty before the first flush that ranks
   * @param blocks by province code, the tally that the score was made of
   */
  public record Year(
      Rubric rubric,
      Map<String, ProvinceScore> scores,
      Optional<Ranking> ranking,
      Map<String, TallyBlocks> blocks) {

    /** The tallies that the scores were made of, by province code. */
    public Map<String, Tally> tallies() {
      Map<String, Tally> tallies = new HashMap<>();
      blocks.forEach((province, each) -> tallies.put(province, each.tally()));
      return tallies;
    }

    /** The tally of a province, empty where there is none. */
    public Tally tally(String province) {
      return blocks.getOrDefault(province, TallyBlocks.NONE).tally();
    }
  }

  public Optional<Year> year(int year) {
    return Optional.ofNullable(years.get(year));
  }
}
