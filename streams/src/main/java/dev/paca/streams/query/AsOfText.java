package dev.paca.streams.query;

import dev.paca.problems.ProblemCode;
import dev.paca.scoring.report.Filed;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads {@link AsOf} as addresses and options write it. */
public final class AsOfText {
  private AsOfText() {}

  /**
   * @param until a day, {@code 2022-06-30}
   * @param at a time with its offset, {@code 2022-06-30T17:00:00+07:00}, or a day for its end in
   *     Viet Nam
   * @param rubric the number of a version
   * @throws QueryRefused BAD_REQUEST, saying what would be right
   */
  public static AsOf read(Optional<String> until, Optional<String> at, Optional<String> rubric) {
    return new AsOf(until.map(AsOfText::day), at.map(AsOfText::time), version(rubric));
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw bad("until is a day, such as 2022-06-30, not '%s'".formatted(text));
    }
  }

  private static Instant time(String text) {
    try {
      return text.indexOf('T') < 0
          ? LocalDate.parse(text).plusDays(1).atStartOfDay(Filed.ZONE).toInstant().minusMillis(1)
          // A plus sign that nobody encoded arrives as a space.
          : OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
    } catch (DateTimeException e) {
      throw bad(
          ("at is a time, such as 2022-06-30T17:00:00+07:00, or a day for its end in Viet Nam,"
                  + " not '%s'")
              .formatted(text));
    }
  }

  private static OptionalInt version(Optional<String> text) {
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    if (!text.get().matches("[1-9][0-9]{0,5}")) {
      throw bad("rubric is the number of a version, such as 1, not '%s'".formatted(text.get()));
    }
    return OptionalInt.of(Integer.parseInt(text.get()));
  }

  private static QueryRefused bad(String detail) {
    return new QueryRefused(ProblemCode.BAD_REQUEST, detail);
  }
}
