package dev.paca.scoring.fold;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/** Provinces as rows of text, dates compared as text. */
final class NaiveProvinces {
  private static final int CODE = 0;
  private static final int FROM = 4;
  private static final int TO = 5;
  private static final int SUCCESSOR = 6;
  private static final List<String[]> ROWS = rows();

  private NaiveProvinces() {}

  /** The code that answers, on the day of a province set, for a code reported on another day. */
  static String place(String code, String reportedOn, String setOf) {
    String[] row = on(code, reportedOn);
    while (!row[TO].isEmpty() && row[TO].compareTo(setOf) < 0) {
      row = on(row[SUCCESSOR], dayAfter(row[TO]));
    }
    while (row[FROM].compareTo(setOf) > 0) {
      String[] now = row;
      List<String[]> before =
          ROWS.stream()
              .filter(r -> r[SUCCESSOR].equals(now[CODE]) && dayAfter(r[TO]).equals(now[FROM]))
              .toList();
      if (before.size() != 1) {
        return "";
      }
      row = before.get(0);
    }
    return row[CODE];
  }

  private static String[] on(String code, String day) {
    return ROWS.stream()
        .filter(row -> row[CODE].equals(code))
        .filter(row -> row[FROM].compareTo(day) <= 0)
        .filter(row -> row[TO].isEmpty() || row[TO].compareTo(day) >= 0)
        .findFirst()
        .orElseThrow();
  }

  private static String dayAfter(String day) {
    return day.isEmpty() ? "" : LocalDate.parse(day).plusDays(1).toString();
  }

  private static List<String[]> rows() {
    String file = "/dev/paca/scoring/province/provinces.csv";
    try (InputStream in = NaiveProvinces.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split(",", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
