package dev.paca.streams.query;

import java.util.List;

/**
 * One report: what is kept of it, where it counts and why it does not.
 *
 * @param revisions those that some year's deadline may ask for, earliest first; the last is the
 *     latest
 * @param counts the years and provinces it counts in
 * @param notCounted the years it does not count in though it is of their time; one without a year
 *     where it counts nowhere
 * @param behind null where everything is from the owners of the partitions
 */
public record FiledView(
    String type,
    String agency,
    String reportId,
    List<ReportView> revisions,
    List<Counted> counts,
    List<NotCounted> notCounted,
    BehindView behind) {

  /**
   * @param revision the one that counts there
   */
  public record Counted(int year, String province, String name, long revision) {}

  /**
   * @param year null where it counts in none at all
   * @param revision the one that does not count
   */
  public record NotCounted(Integer year, ReportView.Warning reason, long revision) {}
}
