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
}
