package dev.paca.streams.query;

import java.util.List;
import java.util.Map;

/**
 * Who reports and how fresh that is, the longest silent first. Only reports in force: what was
 * taken back or turned away is not fresh.
 *
 * @param today in Viet Nam; what days are counted to
 * @param provinces those of today; what an older one's agencies reported is its successor's
 * @param truth covers of its own: freshness is gathered for a second
 */
public record FreshnessView(String today, List<ProvinceRow> provinces, TruthView truth) {

  /**
   * A province.
   *
   * @param freshness of all its agencies that were asked for; null where none ever reported
   * @param kinds in the order of the kinds; those that every province has, and those that reported
   * @param agencies those that reported
   * @param unnamedAgencies at least so many more, too many to be listed
   */
  public record ProvinceRow(
      String province,
      String name,
      Newest freshness,
      List<Kind> kinds,
      List<Agency> agencies,
      long unnamedAgencies) {}

  /**
   * A kind of agency.
   *
   * @param expected every province has such an agency
   * @param freshness null where none ever reported
   */
  public record Kind(String agencyKind, boolean expected, Newest freshness) {}

  /** One agency. */
  public record Agency(String agency, String agencyKind, Newest freshness) {}

  /**
   * The newest of some reports, and how many there are.
   *
   * @param occurredOn the latest day on which one occurred, ISO
   * @param receivedAt when the last one to arrive did, by the broker's clock, ISO
   * @param receivedDaysAgo 0 for today
   * @param byType report type's word → how many
   */
  public record Newest(
      String occurredOn,
      long occurredDaysAgo,
      String receivedAt,
      long receivedDaysAgo,
      long reports,
      Map<String, Long> byType) {}
}
