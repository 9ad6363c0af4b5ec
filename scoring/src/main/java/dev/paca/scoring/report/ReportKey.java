package dev.paca.scoring.report;

/** What identifies a report for ever: all its revisions share it. */
public record ReportKey(ReportType type, String agency, String reportId)
    implements Comparable<ReportKey> {

  /** The Kafka key: {@code AGENCY/REPORTID}. */
  public String kafkaKey() {
    return agency + "/" + reportId;
  }

  /** {@code audits/AGENCY/REPORTID}, as evidence and score changes name it. */
  public String path() {
    return type.word() + "/" + kafkaKey();
  }

  @Override
  public int compareTo(ReportKey other) {
    int byType = type.compareTo(other.type);
    if (byType != 0) {
      return byType;
    }
    int byAgency = agency.compareTo(other.agency);
    return byAgency != 0 ? byAgency : reportId.compareTo(other.reportId);
  }
}
