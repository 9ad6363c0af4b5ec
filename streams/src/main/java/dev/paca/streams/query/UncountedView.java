package dev.paca.streams.query;

import java.util.List;

/**
 * Reports that were accepted and count nowhere.
 *
 * @param reasons how many for each reason, most first
 * @param reports the last to arrive, latest first, at most {@link #MOST}; retracted ones are only
 *     counted
 * @param behind null where everything is from the owners of the partitions
 */
public record UncountedView(List<Reason> reasons, List<ReportView> reports, BehindView behind) {
  public static final int MOST = 100;

  /** One reason in both languages; {@code code} is stable. */
  public record Reason(String code, String vi, String en, long reports) {}
}
