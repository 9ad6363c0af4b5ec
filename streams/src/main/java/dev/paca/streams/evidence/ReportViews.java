package dev.paca.streams.evidence;

import dev.paca.reports.Appraisal;
import dev.paca.scoring.province.Province;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.report.Filed;
import dev.paca.scoring.report.Report;
import dev.paca.scoring.report.ReportWarnings;
import dev.paca.scoring.tally.Placement;
import dev.paca.streams.query.ReportView;
import dev.paca.streams.query.ReportView.Warning;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;

/** A filed report as it is shown. */
final class ReportViews {
  private final Provinces provinces;

  ReportViews(Provinces provinces) {
    this.provinces = provinces;
  }

  ReportView view(
      Filed filed, Map<String, Number> measures, Optional<Placement.Reason> notCounted) {
    Report report = filed.report();
    return new ReportView(
        report.type().word(),
        report.key().agency(),
        report.agencyKind().name(),
        report.key().reportId(),
        filed.revision(),
        report.retracted() ? "RETRACTED" : "REPORTED",
        report.matterId().orElse(null),
        report.province(),
        provinces
            .resolve(report.province(), report.occurredOn())
            .map(Province::name)
            .orElse(report.province()),
        report.occurredOn().toString(),
        report.periodFrom().map(LocalDate::toString).orElse(null),
        report.reference().orElse(null),
        Instant.ofEpochMilli(filed.receivedAt()).toString(),
        measures,
        fields(report),
        ReportWarnings.of(report).stream().map(w -> new Warning(w.code(), w.vi(), w.en())).toList(),
        notCounted.map(ReportViews::reason).orElse(null));
  }

  static Warning reason(Placement.Reason reason) {
    return new Warning(reason.name(), reason.vi(), reason.en());
  }

  /** What the report states beside the fields that every report has. */
  private static Map<String, Object> fields(Report report) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (Schema.Field field : report.type().dimensions()) {
      fields.put(field.name(), report.body().get(field.pos()).toString());
    }
    for (Schema.Field field : report.type().numbers()) {
      Object stated = report.body().get(field.pos());
      if (stated != null) {
        fields.put(field.name(), stated);
      }
    }
    if (report.body() instanceof Appraisal appraisal) {
      fields.put("assessmentYear", appraisal.getAssessmentYear());
      fields.put("criterion", appraisal.getCriterion());
      fields.put("stage", appraisal.getStage().name());
      fields.put("points", appraisal.getPoints());
    }
    return fields;
  }

  static List<ReportView> byDate(List<ReportView> reports) {
    return reports.stream()
        .sorted(
            Comparator.comparing(ReportView::occurredOn)
                .thenComparing(ReportView::type)
                .thenComparing(ReportView::agency)
                .thenComparing(ReportView::reportId))
        .toList();
  }
}
