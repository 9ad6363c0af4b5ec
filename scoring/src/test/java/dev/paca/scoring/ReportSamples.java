package dev.paca.scoring;

import dev.paca.reports.AgencyKind;
import dev.paca.reports.Appraisal;
import dev.paca.reports.AppraisalStage;
import dev.paca.reports.Audit;
import dev.paca.reports.AuditChannel;
import dev.paca.reports.Conflict;
import dev.paca.reports.Denunciation;
import dev.paca.reports.Prosecution;
import dev.paca.reports.ProsecutionStage;
import dev.paca.reports.Recovery;
import dev.paca.reports.RecoveryChannel;
import dev.paca.reports.Sanction;
import dev.paca.reports.SanctionTarget;
import dev.paca.scoring.report.Filed;
import dev.paca.scoring.report.Report;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.apache.avro.specific.SpecificRecord;

/** Reports to start from: Sóc Trăng, 4 May 2022, no number stated; a test sets what it is about. */
public final class ReportSamples {
  public static final String PROVINCE = "94";
  public static final LocalDate DAY = LocalDate.of(2022, 5, 4);

  private ReportSamples() {}

  public static Audit.Builder audit() {
    return Audit.newBuilder()
        .setReportId("A-1")
        .setAgency("TT94")
        .setAgencyKind(AgencyKind.INSPECTORATE)
        .setProvince(PROVINCE)
        .setOccurredOn(DAY)
        .setChannel(AuditChannel.INSPECTION);
  }

  public static Denunciation.Builder denunciation() {
    return Denunciation.newBuilder()
        .setReportId("N-1")
        .setAgency("TD94")
        .setAgencyKind(AgencyKind.CITIZEN_RECEPTION)
        .setProvince(PROVINCE)
        .setOccurredOn(DAY);
  }

  public static Prosecution.Builder prosecution() {
    return Prosecution.newBuilder()
        .setReportId("P-1")
        .setAgency("CA94")
        .setAgencyKind(AgencyKind.POLICE)
        .setProvince(PROVINCE)
        .setOccurredOn(DAY)
        .setStage(ProsecutionStage.INVESTIGATION);
  }

  public static Recovery.Builder recovery() {
    return Recovery.newBuilder()
        .setReportId("R-1")
        .setAgency("THA94")
        .setAgencyKind(AgencyKind.CIVIL_ENFORCEMENT)
        .setProvince(PROVINCE)
        .setOccurredOn(DAY)
        .setChannel(RecoveryChannel.CIVIL_ENFORCEMENT);
  }

  public static Sanction.Builder sanction() {
    return Sanction.newBuilder()
        .setReportId("S-1")
        .setAgency("SNV94")
        .setAgencyKind(AgencyKind.HOME_AFFAIRS)
        .setProvince(PROVINCE)
        .setOccurredOn(DAY)
        .setTarget(SanctionTarget.HEAD);
  }

  public static Conflict.Builder conflict() {
    return Conflict.newBuilder()
        .setReportId("C-1")
        .setAgency("SNV94")
        .setAgencyKind(AgencyKind.HOME_AFFAIRS)
        .setProvince(PROVINCE)
        .setOccurredOn(DAY);
  }

  public static Appraisal.Builder appraisal(String criterion, AppraisalStage stage, String points) {
    return Appraisal.newBuilder()
        .setReportId("G-" + criterion + "-" + stage)
        .setAgency("TTCP")
        .setAgencyKind(AgencyKind.GOVERNMENT_INSPECTORATE)
        .setProvince(PROVINCE)
        .setOccurredOn(DAY)
        .setAssessmentYear(2022)
        .setCriterion(criterion)
        .setStage(stage)
        .setPoints(new BigDecimal(points).setScale(2));
  }

  /** As the first record of its partition, received at the start of 2023. */
  public static Filed filed(SpecificRecord body) {
    return filed(body, 1_672_531_200_000L, 0);
  }

  public static Filed filed(SpecificRecord body, long receivedAt, long offset) {
    return Filed.of(Report.of(body), receivedAt, 0, offset);
  }
}
