package dev.paca.producers.sample;

import dev.paca.reports.ReportStatus;
import dev.paca.scoring.report.ReportType;
import java.time.LocalDate;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** One revision of a report being filled in. */
final class Filing {
  /** Stands in every row, so that nobody takes a figure of ours for an agency's. */
  static final String REFERENCE = "samples/national, số liệu minh họa";

  private final SpecificRecord body;

  private Filing(SpecificRecord body) {
    this.body = body;
  }

  static Filing of(
      ReportType type, Office office, String reportId, String province, LocalDate occurredOn) {
    Filing filing = new Filing(blank(type.schema()));
    return filing
        .with("reportId", reportId)
        .with("revision", 1L)
        .with("agency", office.code())
        .with("agencyKind", office.kind())
        .with("province", province)
        .with("occurredOn", occurredOn)
        .with("reference", REFERENCE);
  }

  private static SpecificRecord blank(Schema schema) {
    SpecificRecord record = (SpecificRecord) SpecificData.get().newRecord(null, schema);
    for (Schema.Field field : schema.getFields()) {
      if (field.schema().getType() == Schema.Type.ENUM && field.hasDefaultValue()) {
        record.put(field.pos(), SpecificData.get().getDefaultValue(field));
      }
    }
    return record;
  }

  /** A copy, to be filed again as a later revision. */
  Filing again() {
    SpecificRecord copy = SpecificData.get().deepCopy(body.getSchema(), body);
    return new Filing(copy).with("revision", (Long) get("revision") + 1);
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
    body.put(body.getSchema().getField(field).pos(), value);
    return this;
  }

  private Object get(String field) {
    return body.get(body.getSchema().getField(field).pos());
  }

  SpecificRecord record() {
    return body;
  }
}
