package dev.paca.scoring.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneRules;

/**
 * A report as the log holds it.
 *
 * @param revision the revision that counts: the report's own, or {@code receivedAt} where it states
 *     none, so that the latest publication wins
 * @param receivedAt the broker's time (LogAppendTime) in milliseconds, so that a replay decides
 *     about deadlines as the first run did
 * @param partition where in its topic
 */
public record Filed(Report report, long revision, long receivedAt, int partition, long offset) {
  /** Dates of deadlines and of "today" are those of Viet Nam. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private static final ZoneRules RULES = ZONE.getRules();
  private static final long SECONDS_OF_A_DAY = 86_400;

  public static Filed of(Report report, long receivedAt, int partition, long offset) {
    return new Filed(report, report.revision().orElse(receivedAt), receivedAt, partition, offset);
  }

  public LocalDate receivedOn() {
    return dateOf(receivedAt);
  }

  /** The same as days since 1970-01-01. */
  long receivedDay() {
    return dayOf(receivedAt);
  }

  private static long dayOf(long millis) {
    Instant time = Instant.ofEpochMilli(millis);
    return Math.floorDiv(
        time.getEpochSecond() + RULES.getOffset(time).getTotalSeconds(), SECONDS_OF_A_DAY);
  }

  /** The day in Viet Nam of a time in milliseconds. */
  public static LocalDate dateOf(long millis) {
    return LocalDate.ofEpochDay(dayOf(millis));
  }

  /** The first millisecond after a day in Viet Nam. */
  public static long endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(ZONE).toInstant().toEpochMilli();
  }
}
