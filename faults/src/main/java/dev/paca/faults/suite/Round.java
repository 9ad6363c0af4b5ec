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
 * @param named the first differences, in words
 */
public record Round(
    String fault, int times, long reports, long scores, long differences, List<String> named) {}
