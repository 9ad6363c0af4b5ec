package dev.paca.producers.form;

import dev.paca.problems.Problem;
import dev.paca.problems.ProblemCode;
import dev.paca.scoring.report.ReportType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The form of one type of report: its fields, and how entries become a report. */
public final class ReportForm {
  private final ReportType type;
  private final Map<String, FormField> fields = new LinkedHashMap<>();

  private ReportForm(ReportType type) {
    this.type = type;
    type.schema().getFields().forEach(field -> fields.put(field.name(), FormField.of(field)));
  }

  public static ReportForm of(ReportType type) {
    return new ReportForm(type);
  }

  public ReportType type() {
    return type;
  }

  /** Every field's name in the schema's order. */
  public Set<String> fields() {
    return fields.keySet();
  }

  /** The names of the fields that may not be left blank. */
  public List<String> required() {
    return fields.values().stream().filter(FormField::required).map(FormField::name).toList();
  }

  /** Whether a field is a number or points. */
  public boolean takesNumbers(String field) {
    return fields.containsKey(field) && fields.get(field).kind().takesNumbers();
  }

  /** What a form states as text in a field, as the report would hold it; empty for nothing. */
  public String text(Map<String, Entry> entries, String field) {
    return FormField.stated(entries.getOrDefault(field, Entry.BLANK));
  }

  /** The known field that an unknown name probably means. */
  public Optional<String> nearest(String name) {
    return NearestName.of(name, fields.keySet());
  }

  /**
   * Reads the entries and checks the report they make.
   *
   * @param entries by field name; a field without one is not stated
   */
  public Filled fill(Map<String, Entry> entries, ReportRules rules) {
    Draft draft = new Draft(type);
    List<Problem> problems = new ArrayList<>();
    for (FormField field : fields.values()) {
      Entry entry = entries.getOrDefault(field.name(), Entry.BLANK);
      fillIn(draft, field, entry).ifPresent(problems::add);
    }
    problems.addAll(draft.checked(rules));
    problems.sort(Comparator.comparingInt(problem -> fields.get(problem.field()).position()));
    problems.addAll(0, unknown(entries.keySet()));
    return problems.isEmpty()
        ? new Filled.Complete(draft.report())
        : new Filled.Refused(List.copyOf(problems));
  }

  private static Optional<Problem> fillIn(Draft draft, FormField field, Entry entry) {
    if (FormField.stated(entry).isEmpty()) {
      if (field.required()) {
        draft.standIn(field);
        return Optional.of(field.missing());
      }
      draft.put(field, field.whenBlank().orElse(null));
      return Optional.empty();
    }
    Reading reading = field.read(entry);
    if (reading instanceof Reading.Value value) {
      draft.put(field, value.value());
      return Optional.empty();
    }
    draft.standIn(field);
    Reading.Wrong wrong = (Reading.Wrong) reading;
    return Optional.of(new Problem(field.name(), wrong.code(), wrong.message()));
  }

  private List<Problem> unknown(Set<String> names) {
    return names.stream().filter(name -> !fields.containsKey(name)).map(this::unknown).toList();
  }

  /** The problem of a name that is no field of this type. */
  public Problem unknown(String name) {
    String right =
        nearest(name)
            .map(known -> "did you mean " + known + "?")
            .orElse("the fields are " + String.join(", ", fields.keySet()));
    return new Problem(
        name,
        ProblemCode.UNKNOWN_FIELD,
        type.word() + " has no field " + FieldKind.quote(name) + "; " + right);
  }
}
