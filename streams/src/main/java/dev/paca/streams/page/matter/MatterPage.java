package dev.paca.streams.page.matter;

import dev.paca.streams.page.chart.Lanes;
import dev.paca.streams.page.language.MeasureWords;
import dev.paca.streams.page.language.Wording;
import dev.paca.streams.query.MatterView;
import dev.paca.streams.query.ReportView;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A case as it is drawn; mark number n of the chart is row n of the table. */
public record MatterPage(MatterView view, Lanes lanes) {

  public static MatterPage of(MatterView view) {
    Map<String, List<Lanes.Mark>> byAgency = new LinkedHashMap<>();
    for (int i = 0; i < view.reports().size(); i++) {
      ReportView report = view.reports().get(i);
      byAgency
          .computeIfAbsent(report.agency(), agency -> new ArrayList<>())
          .add(
              new Lanes.Mark(
                  LocalDate.parse(report.occurredOn()),
                  i + 1,
                  key(report).equals(view.countedBy()),
                  "RETRACTED".equals(report.status())));
    }
    List<Lanes.Lane> lanes =
        byAgency.entrySet().stream()
            .map(lane -> new Lanes.Lane(lane.getKey(), List.copyOf(lane.getValue())))
            .toList();
    return new MatterPage(view, new Lanes(lanes, first(view), last(view)));
  }

  public boolean counts(ReportView report) {
    return key(report).equals(view.countedBy());
  }

  /** Which row of the table the case counts by. */
  public OptionalInt countedNumber() {
    return IntStream.range(0, view.reports().size())
        .filter(i -> counts(view.reports().get(i)))
        .map(i -> i + 1)
        .findFirst();
  }

  public String years() {
    return String.join(", ", view.countedInYears().stream().map(String::valueOf).toList());
  }

  /** An axis label that is read the same in both languages. */
  public String month(LocalDate day) {
    return String.format(Locale.ROOT, "%02d/%d", day.getMonthValue(), day.getYear());
  }

  /** What the report states, in words; blank fields are left out, they state nothing. */
  public String figures(ReportView report, Wording wording) {
    String figures =
        report.fields().entrySet().stream()
            .filter(field -> field.getValue() instanceof Number)
            .map(field -> figure(report.type() + "." + field.getKey(), field.getValue(), wording))
            .collect(Collectors.joining("; "));
    return figures.isEmpty() ? wording.say("sign.notStated") : figures;
  }

  private static String figure(String measure, Object value, Wording wording) {
    MeasureWords words = new MeasureWords(measure, wording);
    return words.label() + ": " + words.value((Number) value);
  }

  private static String key(ReportView report) {
    return report.type() + "/" + report.agency() + "/" + report.reportId();
  }

  private static LocalDate first(MatterView view) {
    return view.reports().stream()
        .map(report -> LocalDate.parse(report.occurredOn()))
        .min(LocalDate::compareTo)
        .orElse(LocalDate.EPOCH);
  }

  private static LocalDate last(MatterView view) {
    return view.reports().stream()
        .map(report -> LocalDate.parse(report.occurredOn()))
        .max(LocalDate::compareTo)
        .orElse(LocalDate.EPOCH);
  }
}
