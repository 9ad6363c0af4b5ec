package dev.paca.scoring.report;

import dev.paca.reports.AgencyKind;
import dev.paca.reports.ReportStatus;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.avro.specific.SpecificRecord;

/**
 * One revision of a report as the agency stated it.
 *
 * @param revision empty when the agency states none
 * @param province GSO code valid on {@code occurredOn}
 * @param body the Avro record with the type's own fields
 */
public record Report(
    ReportKey key,
    OptionalLong revision,
    boolean retracted,
    Optional<String> matterId,
    AgencyKind agencyKind,
    String province,
    LocalDate occurredOn,
    Optional<LocalDate> periodFrom,
    Optional<String> reference,
    SpecificRecord body) {

  // The ten fields that every type starts with stand at the same positions; a test holds them.
  static final int REPORT_ID = 0;
  static final int REVISION = 1;
  private static final int STATUS = 2;
  static final int MATTER_ID = 3;
  static final int AGENCY = 4;
  private static final int AGENCY_KIND = 5;
  static final int PROVINCE = 6;
  static final int OCCURRED_ON = 7;
  static final int PERIOD_FROM = 8;
  static final int REFERENCE = 9;

  /**
   * Reads a generated record of one of the seven types; it must have passed {@link ReportCheck}.
   */
  public static Report of(SpecificRecord body) {
    ReportType type =
        ReportType.ofSchema(body.getSchema())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(body.getSchema().getFullName() + " is no report"));
    Object revision = body.get(REVISION);
    return new Report(
        new ReportKey(type, (String) body.get(AGENCY), (String) body.get(REPORT_ID)),
        revision == null ? OptionalLong.empty() : OptionalLong.of((Long) revision),
        body.get(STATUS) == ReportStatus.RETRACTED,
        Optional.ofNullable((String) body.get(MATTER_ID)),
        (AgencyKind) body.get(AGENCY_KIND),
        (String) body.get(PROVINCE),
        (LocalDate) body.get(OCCURRED_ON),
        Optional.ofNullable((LocalDate) body.get(PERIOD_FROM)),
        Optional.ofNullable((String) body.get(REFERENCE)),
        body);
  }

  public ReportType type() {
    return key.type();
  }

  /** A number the report states; empty = not stated. */
  public OptionalLong number(String field) {
    Object value = body.get(body.getSchema().getField(field).pos());
    return value == null ? OptionalLong.empty() : OptionalLong.of((Long) value);
  }
}
