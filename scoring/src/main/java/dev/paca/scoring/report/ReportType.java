package dev.paca.scoring.report;

import dev.paca.reports.Appraisal;
import dev.paca.reports.Audit;
import dev.paca.reports.Conflict;
import dev.paca.reports.Denunciation;
import dev.paca.reports.Prosecution;
import dev.paca.reports.Recovery;
import dev.paca.reports.Sanction;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.Schema;

/**
 * The seven types of report. The Avro schema of a type is the only list of its fields: forms,
 * checks and measures are derived from it.
 */
@SuppressWarnings("ImmutableEnumChecker") // Avro schemas and lists of them, never changed here.
public enum ReportType {
  AUDITS(Audit.getClassSchema(), "channel"),
  DENUNCIATIONS(Denunciation.getClassSchema()),
  PROSECUTIONS(Prosecution.getClassSchema(), "stage", "severity"),
  RECOVERIES(Recovery.getClassSchema(), "channel"),
  SANCTIONS(Sanction.getClassSchema(), "target", "form", "severity"),
  CONFLICTS(Conflict.getClassSchema()),
  APPRAISALS(Appraisal.getClassSchema());

  private static final Map<String, ReportType> BY_WORD = by(ReportType::word);
  private static final Map<String, ReportType> BY_TOPIC = by(ReportType::topic);
  private static final Map<String, ReportType> BY_SCHEMA = by(type -> type.schema.getFullName());

  private final Schema schema;
  private final String word = name().toLowerCase(Locale.ROOT);
  private final List<Schema.Field> dimensions;
  private final List<Schema.Field> numbers;

  ReportType(Schema schema, String... dimensions) {
    this.schema = schema;
    this.dimensions = Arrays.stream(dimensions).map(schema::getField).toList();
    this.numbers = schema.getFields().stream().filter(ReportType::isNumber).toList();
  }

  /** Counts and amounts: every optional whole number but the revision and the offence's article. */
  private static boolean isNumber(Schema.Field field) {
    return field.schema().isUnion()
        && field.schema().getTypes().get(1).getType() == Schema.Type.LONG
        && !field.name().equals("revision");
  }

  /** The word in topic names, file names and addresses: {@code audits}. */
  public String word() {
    return word;
  }

  /** The input topic: {@code paca.audits}. */
  public String topic() {
    return "paca." + word;
  }

  public Schema schema() {
    return schema;
  }

  /** The fields that split a measure; each further one splits the levels of the first. */
  public List<Schema.Field> dimensions() {
    return dimensions;
  }

  /** Count and amount fields in the schema's order. */
  public List<Schema.Field> numbers() {
    return numbers;
  }

  private static Map<String, ReportType> by(Function<ReportType, String> name) {
    return Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(name, Function.identity()));
  }

  public static Optional<ReportType> ofWord(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }

  public static Optional<ReportType> ofTopic(String topic) {
    return Optional.ofNullable(BY_TOPIC.get(topic));
  }

  /** The type whose schema this is, by full name. */
  public static Optional<ReportType> ofSchema(Schema schema) {
    return Optional.ofNullable(BY_SCHEMA.get(schema.getFullName()));
  }
}
