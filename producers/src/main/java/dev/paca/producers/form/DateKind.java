package dev.paca.producers.form;

import dev.paca.problems.ProblemCode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A day, written only as YYYY-MM-DD: 03/04/2022 is read differently in different offices. */
record DateKind() implements FieldKind {
  private static final Pattern ISO = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");
  private static final Pattern DAY_FIRST =
      Pattern.compile("([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})");

  @Override
  public Reading read(String text) {
    Matcher iso = ISO.matcher(text);
    if (iso.matches()) {
      Optional<LocalDate> day = day(iso.group(1), iso.group(2), iso.group(3));
      return day.isPresent()
          ? new Reading.Value(day.get())
          : wrong(text, "is no day of the calendar");
    }
    Matcher dayFirst = DAY_FIRST.matcher(text);
    if (dayFirst.matches()) {
      return wrong(
          text,
          day(dayFirst.group(3), dayFirst.group(2), dayFirst.group(1))
              .map(day -> "is not YYYY-MM-DD; if the day comes first it is " + day)
              .orElse("is not YYYY-MM-DD, such as 2022-12-15"));
    }
    return wrong(text, "is not a date as YYYY-MM-DD, such as 2022-12-15");
  }

  private static Optional<LocalDate> day(String year, String month, String day) {
    try {
      return Optional.of(
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  @Override
  public ProblemCode wrongCode() {
    return ProblemCode.BAD_DATE;
  }

  @Override
  public Object standIn() {
    return LocalDate.EPOCH;
  }

  @Override
  public String wanted() {
    return "a date as YYYY-MM-DD";
  }
}
