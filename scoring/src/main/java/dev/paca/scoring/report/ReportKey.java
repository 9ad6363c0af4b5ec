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

  /** Written out, for every report is looked up by it: a record's own is slow until compiled. */
  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof ReportKey key
            && type == key.type
            && reportId.equals(key.reportId)
            && agency.equals(key.agency));
  }

  /** The same in every process, unlike an enum constant's own. */
  @Override
  public int hashCode() {
    return 31 * (31 * type.ordinal() + agency.hashCode()) + reportId.hashCode();
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
