package dev.paca.streams.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * As of when, and by which rubric, a question is asked. The two times are apart: {@code until} is
 * about what happened, {@code at} about what was known.
 *
 * @param until only what occurred on or before this day
 * @param at only what had been received by then, rubrics included
 * @param rubric a version of the year's rubric that was published once, instead of the one in force
 */
public record AsOf(Optional<LocalDate> until, Optional<Instant> at, OptionalInt rubric) {
  /** What is served. */
  public static final AsOf NOW = new AsOf(Optional.empty(), Optional.empty(), OptionalInt.empty());

  public boolean isNow() {
    return equals(NOW);
  }
}
