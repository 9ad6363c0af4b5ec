package dev.paca.scoring.fold;

import dev.paca.scoring.report.Filed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * The rules once more, by hand: every value a text or a BigDecimal, every sum made anew from the
 * whole list. It shares nothing with the code under test but the records.
 */
final class NaiveFold {
  /** Year, first day, last day, day of the province set, last day to report. */
  private static final String[][] YEARS = {
    {"2021", "2020-12-16", "2021-12-15", "2021-12-15", "9999-12-31"},
    {"2022", "2021-12-16", "2022-12-15", "2022-12-15", "9999-12-31"},
    {"2023", "2022-12-16", "2023-12-31", "2023-12-15", "9999-12-31"},
    {"2024", "2023-12-16", "2024-12-15", "2024-12-15", "2026-02-15"},
    {"2025", "2024-12-16", "2025-12-15", "2025-12-15", "9999-12-31"},
  };

  private static final Map<String, List<String>> LEVELS =
      Map.of(
          "audits", List.of("channel"),
          "denunciations", List.of(),
          "prosecutions", List.of("stage", "severity"),
          "recoveries", List.of("channel"),
          "sanctions", List.of("target", "form", "severity"),
          "conflicts", List.of());

  private final Map<String, Map<String, BigDecimal>> sums = new TreeMap<>();
  private final Map<String, SpecificRecord> appraised = new HashMap<>();

  NaiveFold(History history) {
    Map<String, List<Map.Entry<String, Filed>>> matters = new TreeMap<>();
    for (String[] year : YEARS) {
      // An appraisal is heard after the deadline too.
      List<Filed> winners =
          new ArrayList<>(
              history.until(year[4]).winners().stream().filter(f -> !isAppraisal(f)).toList());
      winners.addAll(history.winners().stream().filter(NaiveFold::isAppraisal).toList());
      for (Filed filed : winners) {
        String place = text(filed, "status").equals("RETRACTED") ? "" : place(filed, year);
        if (!place.isEmpty()) {
          count(place, filed);
          if (filed.report().body().get(3) != null && showsCorruption(filed)) {
            matters
                .computeIfAbsent(text(filed, "matterId"), m -> new ArrayList<>())
                .add(Map.entry(place, filed));
          }
        }
      }
    }
    for (List<Map.Entry<String, Filed>> reports : matters.values()) {
      String first = reports.stream().map(e -> order(e.getValue())).sorted().findFirst().orElse("");
      for (Map.Entry<String, Filed> report : reports) {
        if (order(report.getValue()).equals(first)) {
          add(report.getKey(), "matters.detected", BigDecimal.ONE);
          add(report.getKey(), "matters.detected." + type(report.getValue()), BigDecimal.ONE);
        }
      }
    }
  }

  /** Places, as 2022/94, with their measures. */
  Map<String, Map<String, BigDecimal>> sums() {
    return sums;
  }

  /** Points given, by place, criterion and stage. */
  BigDecimal appraised(String place, String criterion, String stage) {
    SpecificRecord body = appraised.get(place + "/" + criterion + "/" + stage);
    return body == null ? null : new BigDecimal(field(body, "points").toString());
  }

  private void count(String place, Filed filed) {
    SpecificRecord body = filed.report().body();
    if (isAppraisal(filed)) {
      String slot = place + "/" + field(body, "criterion") + "/" + field(body, "stage");
      appraised.merge(slot, body, (a, b) -> decided(a).compareTo(decided(b)) > 0 ? a : b);
      return;
    }
    for (String level : levels(filed)) {
      add(place, level + ".reports", BigDecimal.ONE);
      for (Schema.Field f : body.getSchema().getFields()) {
        if (f.pos() >= 10 && body.get(f.pos()) instanceof Long stated) {
          add(place, level + "." + f.name(), BigDecimal.valueOf(stated));
        }
      }
    }
  }

  private static List<String> levels(Filed filed) {
    List<String> levels = new ArrayList<>(List.of(type(filed)));
    for (String dimension : LEVELS.get(type(filed))) {
      String word = camel(text(filed, dimension));
      String parent = levels.size() == 1 ? levels.get(0) : levels.get(1);
      // The level "unspecified" of a sanction is the form's.
      if (!(type(filed).equals("sanctions")
          && dimension.equals("severity")
          && word.equals("unspecified"))) {
        levels.add(parent + "." + word);
      }
    }
    return levels;
  }

  private void add(String place, String measure, BigDecimal amount) {
    sums.computeIfAbsent(place, p -> new TreeMap<>()).merge(measure, amount, BigDecimal::add);
  }

  /** Where a report counts in a year, if it does. */
  private static String place(Filed filed, String[] year) {
    String day = text(filed, "occurredOn");
    boolean counts =
        isAppraisal(filed)
            ? year[0].equals(text(filed, "assessmentYear"))
                && List.of("C.1", "C.5", "D.1", "D.2", "TOTAL").contains(text(filed, "criterion"))
            : year[1].compareTo(day) <= 0 && day.compareTo(year[2]) <= 0;
    String province = counts ? NaiveProvinces.place(text(filed, "province"), day, year[3]) : "";
    return province.isEmpty() ? "" : year[0] + "/" + province;
  }

  private static boolean isAppraisal(Filed filed) {
    return type(filed).equals("appraisals");
  }

  private static boolean showsCorruption(Filed filed) {
    return switch (type(filed)) {
      case "audits", "denunciations" ->
          field(filed.report().body(), "corruptionCases") instanceof Long cases && cases > 0;
      case "prosecutions" -> true;
      default -> false;
    };
  }

  private static String order(Filed filed) {
    return text(filed, "occurredOn")
        + " "
        + type(filed)
        + " "
        + text(filed, "agency")
        + " "
        + text(filed, "reportId");
  }

  private static String decided(SpecificRecord body) {
    return field(body, "occurredOn") + " " + field(body, "agency") + " " + field(body, "reportId");
  }

  private static String type(Filed filed) {
    String record = filed.report().body().getSchema().getName();
    return switch (record) {
      case "Recovery" -> "recoveries";
      default -> record.toLowerCase(Locale.ROOT) + "s";
    };
  }

  private static String text(Filed filed, String name) {
    return String.valueOf(field(filed.report().body(), name));
  }

  private static Object field(SpecificRecord body, String name) {
    return body.get(body.getSchema().getField(name).pos());
  }

  private static String camel(String symbol) {
    String[] words = symbol.toLowerCase(Locale.ROOT).split("_");
    return words[0]
        + (words.length == 1
            ? ""
            : words[1].substring(0, 1).toUpperCase(Locale.ROOT) + words[1].substring(1));
  }
}
