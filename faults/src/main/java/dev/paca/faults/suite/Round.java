package dev.paca.faults.suite;

import java.util.List;

/**
 * What came of one fault.
 *
 * @param fault its name
 * @param times how often it struck
 * @param reports folded at its end
 * @param scores compared at its end, over all instances
 * @param differences between what is served and the fold, or whatever else must not be
 * @param torn what readers of the outputs or askers of questions saw that nobody may ever see
 * @param scoreGapMs longest time in which a client with all addresses got no scores
 * @param storeGapMs the same of evidence, matters and reports
 * @param named the first differences and what was torn, in words
 */
public record Round(
    String fault,
    int times,
    long reports,
    long scores,
    long differences,
    long torn,
    long scoreGapMs,
    long storeGapMs,
    List<String> named) {

  /** Whether nothing was found. */
  public boolean clean() {
    return differences == 0 && torn == 0;
  }
}
