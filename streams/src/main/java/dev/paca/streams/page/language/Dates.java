package dev.paca.streams.page.language;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** Dates and times as a language writes them, on the clocks of Viet Nam. */
final class Dates {
  private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

  private final DateTimeFormatter day;
  private final DateTimeFormatter time = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  Dates(Language language) {
    this.day =
        language == Language.VI
            ? DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT)
            : DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
  }

  /** {@code 15/12/2022}; text that is no ISO date stays as it is. */
  String day(String iso) {
    try {
      return day.format(LocalDate.parse(iso));
    } catch (DateTimeParseException e) {
      return iso;
    }
  }

  /** {@code 10:42:07 15/12/2022}; text that is no ISO instant stays as it is. */
  String moment(String iso) {
    try {
      TemporalAccessor there = Instant.parse(iso).atZone(VIETNAM);
      return time.format(there) + " " + day.format(there);
    } catch (DateTimeParseException e) {
      return iso;
    }
  }
}
