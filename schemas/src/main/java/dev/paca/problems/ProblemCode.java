package dev.paca.problems;

/** Every kind of problem; {@link #title()} is the same sentence wherever it is shown. */
public enum ProblemCode {
  NOT_REGISTRY_FRAMED("The record does not start with the registry's magic byte"),
  UNKNOWN_SCHEMA_ID("The registry does not know the record's schema id"),
  UNREADABLE_AVRO("The record's bytes do not follow its schema"),
  WRONG_TYPE("The record's schema is not the one of its topic"),
  KEY_MISSING("The record has no key"),
  VALUE_MISSING("The record has no value; a retraction is a report with status RETRACTED"),
  KEY_MISMATCH("The record's key is not AGENCY/REPORTID"),
  WRONG_PARTITION("The record is not in the partition that its key belongs to"),
  UNKNOWN_FIELD("There is no such field"),
  MISSING_FIELD("A required field is not stated"),
  BAD_NUMBER("Not a whole number that is zero or more"),
  BAD_POINTS("Not points with at most two decimals, zero or more"),
  BAD_DATE("Not a date as YYYY-MM-DD"),
  BAD_CHOICE("Not one of the allowed words"),
  BAD_TEXT("Text that is too long or holds characters that are not allowed"),
  NOT_UTF8("Not valid UTF-8"),
  FUTURE_DATE("The date is in the future"),
  PERIOD_UPSIDE_DOWN("The period ends before it starts"),
  UNKNOWN_PROVINCE("There is no province with this code"),
  PROVINCE_NOT_VALID("The province code is not valid on that date"),
  REVISION_CONFLICT("The same revision was reported before with other content"),
  BAD_HEADER("The file's header does not fit a report type"),
  BAD_REQUEST("The request cannot be read"),
  BAD_RUBRIC("The file is no rubric that could be published"),
  OTHER_PLACEMENT("The draft counts other reports than the rubric in force"),
  UNAUTHORIZED("No API key, or an unknown one"),
  FORBIDDEN("This API key may not report for that agency"),
  NOT_FOUND("There is no such thing"),
  TOO_LARGE("Too large"),
  TOO_MANY_REQUESTS("Too many requests"),
  UNAVAILABLE("Not available at the moment; try again"),
  INTERNAL("An error on our side; it is logged");

  private final String title;

  ProblemCode(String title) {
    this.title = title;
  }

  /** One English sentence, the {@code title} of RFC 9457. */
  public String title() {
    return title;
  }

  /** Stable address of the problem type: {@code urn:paca:problem:bad-number}. */
  public String type() {
    return "urn:paca:problem:" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
