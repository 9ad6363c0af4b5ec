package dev.paca.cli.verify;

import dev.paca.streams.recount.Recount;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** As of when: what was known at a time, what had occurred by a day. */
public final class RecountOptions {
  @Option(
      names = "--at",
      paramLabel = "TIME",
      converter = Time.class,
      description =
          "Only what was known then: records and rubrics that came at or before this time"
              + " (2023-02-01T00:00:00+07:00). Recomputes only.")
  private Instant at;

  @Option(
      names = "--until",
      paramLabel = "DAY",
      converter = Day.class,
      description =
          "Only reports that occurred on or before this day (2022-06-30). Recomputes only.")
  private LocalDate until;

  Recount.Options options() {
    return new Recount.Options(
        Optional.ofNullable(until), Optional.ofNullable(at), Optional.empty());
  }

  /** Whether it is something else than what is served now. */
  boolean earlier() {
    return at != null || until != null;
  }

  /** A time must say its zone, or it is another one elsewhere. */
  public static final class Time implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String value) {
      try {
        return OffsetDateTime.parse(value).toInstant();
      } catch (DateTimeException e) {
        throw new TypeConversionException(
            "'" + value + "' is not a time with its zone, such as 2023-02-01T00:00:00+07:00");
      }
    }
  }

  /** A day of the calendar. */
  public static final class Day implements ITypeConverter<LocalDate> {
    @Override
    public LocalDate convert(String value) {
      try {
        return LocalDate.parse(value);
      } catch (DateTimeException e) {
        throw new TypeConversionException(
            "'" + value + "' is not a day of the calendar, such as 2022-06-30");
      }
    }
  }
}
