package dev.paca.cli.query;

import dev.paca.streams.query.AsOf;
import dev.paca.streams.query.AsOfText;
import dev.paca.streams.query.QueryRefused;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** As of when: what had occurred by a day, what was known at a time. */
public final class AsOfOptions {
  @Option(
      names = "--until",
      paramLabel = "DAY",
      converter = Day.class,
      description = "Only what occurred on or before this day, as 2022-06-30.")
  private LocalDate until;

  @Option(
      names = "--at",
      paramLabel = "TIME",
      converter = Time.class,
      description =
          "Only what was known then, rubrics included: 2023-02-01T00:00:00+07:00, or a day for its"
              + " end in Viet Nam.")
  private Instant at;

  /**
   * @param rubric a version that was published once; null for the one in force
   */
  public AsOf asOf(Integer rubric) {
    return new AsOf(
        Optional.ofNullable(until),
        Optional.ofNullable(at),
        rubric == null ? OptionalInt.empty() : OptionalInt.of(rubric));
  }

  /** As the service takes it. */
  static Map<String, String> parameters(AsOf asOf) {
    Map<String, String> parameters = new LinkedHashMap<>();
    asOf.until().ifPresent(day -> parameters.put("until", day.toString()));
    asOf.at().ifPresent(time -> parameters.put("at", time.toString()));
    asOf.rubric().ifPresent(version -> parameters.put("rubric", Integer.toString(version)));
    return parameters;
  }

  /** A time must say its zone, or it is another one elsewhere. */
  public static final class Time implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String value) {
      return read(Optional.empty(), Optional.of(value)).at().orElseThrow();
    }
  }

  /** A day of the calendar. */
  public static final class Day implements ITypeConverter<LocalDate> {
    @Override
    public LocalDate convert(String value) {
      return read(Optional.of(value), Optional.empty()).until().orElseThrow();
    }
  }

  private static AsOf read(Optional<String> until, Optional<String> at) {
    try {
      return AsOfText.read(until, at, Optional.empty());
    } catch (QueryRefused e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
