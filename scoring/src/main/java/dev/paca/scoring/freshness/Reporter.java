package dev.paca.scoring.freshness;

import dev.paca.reports.AgencyKind;
import dev.paca.scoring.province.Province;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.report.Report;
import dev.paca.scoring.report.Revisions;
import java.util.Optional;

/**
 * An agency as it reports for one province.
 *
 * @param province as it was when the reports' work occurred; what it is today is for the reader to
 *     say, for that changes without any report
 * @param agency its code
 */
public record Reporter(Province province, AgencyKind kind, String agency) {

  /** Who stands behind a report; nobody where it was taken back. */
  static Optional<Reporter> of(Revisions revisions, Provinces provinces) {
    Report report = revisions.latest().report();
    return report.retracted()
        ? Optional.empty()
        : provinces
            .resolve(report.province(), report.occurredOn())
            .map(province -> new Reporter(province, report.agencyKind(), report.key().agency()));
  }

  /** Written out, for it is asked at every report: a record's own is slow until compiled. */
  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Reporter reporter
            && kind == reporter.kind
            && agency.equals(reporter.agency)
            && province.equals(reporter.province));
  }

  /** The same in every process, unlike an enum constant's own. */
  @Override
  public int hashCode() {
    return 31 * (31 * province.hashCode() + kind.ordinal()) + agency.hashCode();
  }
}
