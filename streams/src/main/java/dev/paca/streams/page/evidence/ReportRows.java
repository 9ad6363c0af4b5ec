package dev.paca.streams.page.evidence;

import dev.paca.streams.page.language.MeasureWords;
import dev.paca.streams.page.language.Wording;
import dev.paca.streams.query.ReportView;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * The reports that count, what each gave to each measure, and the sums. Reports past {@value
 * #SHOWN} are one row, so that the column still adds up.
 *
 * @param measures columns
 */
public record ReportRows(
    List<MeasureWords> measures, List<ReportView> shown, List<ReportView> rest) {
  static final int SHOWN = 200;

  static ReportRows of(Map<String, Number> measures, List<ReportView> reports, Wording wording) {
    List<ReportView> counted =
        reports.stream().filter(report -> report.notCounted() == null).toList();
    int split = Math.min(SHOWN, counted.size());
    return new ReportRows(
        measures.keySet().stream().map(name -> new MeasureWords(name, wording)).toList(),
        counted.subList(0, split),
        counted.subList(split, counted.size()));
  }

  /**
   * What a report gave to a measure; the sign for not stated where the report has the field and
   * left it blank; a dash where the measure is not about such reports.
   */
  public static String gave(ReportView report, MeasureWords measure, Wording wording) {
    Number given = report.measures().get(measure.name());
    if (given != null) {
      return wording.whole(given);
    }
    boolean blank =
        measure.type().equals(report.type()) && report.fields().get(measure.field()) == null;
    return wording.say(blank ? "sign.notStated" : "sign.notOfThisKind");
  }

  public static String sum(List<ReportView> reports, MeasureWords measure, Wording wording) {
    return wording.whole(
        reports.stream()
            .map(report -> report.measures().get(measure.name()))
            .filter(given -> given != null)
            .map(given -> new BigDecimal(given.toString()))
            .reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  public List<ReportView> all() {
    return java.util.stream.Stream.concat(shown.stream(), rest.stream()).toList();
  }
}
