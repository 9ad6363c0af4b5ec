package dev.paca.producers.sample;

import dev.paca.reports.Appraisal;
import dev.paca.reports.Audit;
import dev.paca.reports.Conflict;
import dev.paca.reports.Denunciation;
import dev.paca.reports.Prosecution;
import dev.paca.reports.Recovery;
import dev.paca.reports.ReportStatus;
import dev.paca.reports.Sanction;
import dev.paca.scoring.report.ReportType;
import java.time.LocalDate;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/** One revision of a report being filled in. */
final class Filing {
  /** Stands in every row, so that nobody takes a figure of ours for an agency's. */
  static final String REFERENCE = "samples/national, số liệu minh họa";

  private final ReportType type;
  private final SpecificRecord body;

  private Filing(ReportType type, SpecificRecord body) {
    this.type = type;
    this.body = body;
  }

  static Filing of(
      ReportType type, Office office, String reportId, String province, LocalDate occurredOn) {
    return new Filing(type, blank(type))
        .with("reportId", reportId)
        .with("revision", 1L)
        .with("status", ReportStatus.REPORTED)
        .with("agency", office.code())
        .with("agencyKind", office.kind())
        .with("province", province)
        .with("occurredOn", occurredOn)
        .with("reference", REFERENCE);
  }

  private static SpecificRecord blank(ReportType type) {
    return switch (type) {
      case AUDITS -> new Audit();
      case DENUNCIATIONS -> new Denunciation();
      case PROSECUTIONS -> new Prosecution();
      case RECOVERIES -> new Recovery();
      case SANCTIONS -> new Sanction();
      case CONFLICTS -> new Conflict();
      case APPRAISALS -> new Appraisal();
    };
  }

  /** A copy, to be filed again as a later revision. */
  Filing again() {
    Filing copy = new Filing(type, blank(type));
    for (Schema.Field field : type.schema().getFields()) {
      copy.body.put(field.pos(), body.get(field.pos()));
    }
    return copy.with("revision", (Long) get("revision") + 1);
  }

  Filing retracted() {
    return again().with("status", ReportStatus.RETRACTED);
  }

  Filing matter(String matterId) {
    return with("matterId", matterId);
  }

  Filing from(LocalDate periodFrom) {
    return with("periodFrom", periodFrom);
  }

  Filing count(String field, long number) {
    return with(field, number);
  }

  Filing with(String field, Object value) {
    body.put(type.schema().getField(field).pos(), value);
    return this;
  }

  private Object get(String field) {
    return body.get(type.schema().getField(field).pos());
  }

  SpecificRecord record() {
    return body;
  }
}
