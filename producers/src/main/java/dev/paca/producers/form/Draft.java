package dev.paca.producers.form;

import dev.paca.problems.Problem;
import dev.paca.problems.ProblemCode;
import dev.paca.scoring.report.ReportType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * A report while its form is read. Fields that could not be read hold stand-ins, so that the rules
 * still run over all the others and a sender learns everything that is wrong at once.
 */
final class Draft {
  private final SpecificRecord report;
  private final Set<String> standIns = new HashSet<>();

  Draft(ReportType type) {
    report = (SpecificRecord) SpecificData.get().newRecord(null, type.schema());
  }

  void put(FormField field, Object value) {
    report.put(field.position(), value);
  }

  void standIn(FormField field) {
    standIns.add(field.name());
    put(field, field.kind().standIn());
  }

  SpecificRecord report() {
    return report;
  }

  /** What the rules say about the fields that were read. */
  List<Problem> checked(ReportRules rules) {
    return rules.check(report).stream().filter(problem -> !concernsStandIn(problem)).toList();
  }

  private boolean concernsStandIn(Problem problem) {
    if (standIns.contains(problem.field())) {
      return true;
    }
    // These two compare their field with the day it happened.
    return standIns.contains("occurredOn")
        && (problem.code() == ProblemCode.PROVINCE_NOT_VALID
            || problem.code() == ProblemCode.PERIOD_UPSIDE_DOWN);
  }
}
