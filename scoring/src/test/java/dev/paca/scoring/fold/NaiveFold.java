package dev.paca.scoring.fold;

import dev.paca.scoring.report.Filed;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
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

  NaiveFold(List<Filed> winners) {
    List<Filed> counted =
        winners.stream().filter(f -> !text(f, "status").equals("RETRACTED")).toList();
    for (Filed filed : counted) {
      places(filed).forEach(place -> count(place, filed));
    }
    Map<String, List<Filed>> matters = new TreeMap<>();
    for (Filed filed : counted) {
      if (filed.report().body().get(3) != null
          && showsCorruption(filed)
          && !places(filed).isEmpty()) {
        matters.computeIfAbsent(text(filed, "matterId"), m -> new ArrayList<>()).add(filed);
      }
    }
    for (List<Filed> reports : matters.values()) {
      Filed first = reports.stream().min(Comparator.comparing(NaiveFold::order)).orElseThrow();
      for (String place : places(first)) {
        add(place, "matters.detected", BigDecimal.ONE);
        add(place, "matters.detected." + type(first), BigDecimal.ONE);
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
    if (type(filed).equals("appraisals")) {
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

  private static List<String> places(Filed filed) {
    List<String> places = new ArrayList<>();
    String day = text(filed, "occurredOn");
    String received =
        LocalDate.ofEpochDay(Math.floorDiv(filed.receivedAt() + 7 * 3_600_000L, 86_400_000L))
            .toString();
    boolean appraisal = type(filed).equals("appraisals");
    for (String[] year : YEARS) {
      boolean counts =
          appraisal
              ? year[0].equals(text(filed, "assessmentYear"))
                  && List.of("C.1", "C.5", "D.1", "D.2", "TOTAL").contains(text(filed, "criterion"))
              : year[1].compareTo(day) <= 0
                  && day.compareTo(year[2]) <= 0
                  && received.compareTo(year[4]) <= 0;
      String province = counts ? NaiveProvinces.place(text(filed, "province"), day, year[3]) : "";
      if (!province.isEmpty()) {
        places.add(year[0] + "/" + province);
      }
    }
    return places;
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
