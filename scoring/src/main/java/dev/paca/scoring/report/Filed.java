package dev.paca.scoring.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

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

  public static Filed of(Report report, long receivedAt, int partition, long offset) {
    return new Filed(report, report.revision().orElse(receivedAt), receivedAt, partition, offset);
  }

  public LocalDate receivedOn() {
    return dateOf(receivedAt);
  }

  /** The day in Viet Nam of a time in milliseconds. */
  public static LocalDate dateOf(long millis) {
    return LocalDate.ofInstant(Instant.ofEpochMilli(millis), ZONE);
  }
}
