package dev.paca.faults.workload;

import dev.paca.producers.publish.ReportPublisher;
import dev.paca.reports.AgencyKind;
import dev.paca.reports.Prosecution;
import dev.paca.reports.ProsecutionStage;
import dev.paca.reports.Severity;
import dev.paca.settings.Settings;
import java.time.LocalDate;

/** The one report, on one case, that is asked for while things break; nothing drawn touches it. */
public final class Landmarks {
  private Landmarks() {}

  /** Publishes it; it is there for good. */
  public static void publish(Settings settings) {
    Prosecution report =
        Prosecution.newBuilder()
            .setReportId("KT-VA-94-2022-02")
            .setRevision(1L)
            .setMatterId("VA-94-2022-01")
            .setAgency("cong-an-tinh-94")
            .setAgencyKind(AgencyKind.POLICE)
            .setProvince("94")
            .setOccurredOn(LocalDate.of(2022, 6, 1))
            .setStage(ProsecutionStage.INVESTIGATION)
            .setSeverity(Severity.SERIOUS)
            .setCases(1L)
            .build();
    try (ReportPublisher publisher = ReportPublisher.open(settings)) {
      publisher.publish(report).join();
    }
  }
}
