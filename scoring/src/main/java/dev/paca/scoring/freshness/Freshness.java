package dev.paca.scoring.freshness;

import dev.paca.scoring.report.Filed;
import dev.paca.scoring.report.ReportType;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

/**
 * How fresh a set of reports is: those in force, each by its latest revision.
 *
 * @param occurredOn the latest day on which one occurred
 * @param receivedAt broker time at which the last one to arrive did, ms
 * @param reports how many by type, none that is 0
 */
public record Freshness(LocalDate occurredOn, long receivedAt, Map<ReportType, Long> reports) {

  public Freshness {
    reports = Map.copyOf(reports);
  }

  static Freshness of(Filed filed) {
    return new Freshness(
        filed.report().occurredOn(), filed.receivedAt(), Map.of(filed.report().type(), 1L));
  }

  /** Of both sets together; they share no report. */
  public Freshness and(Freshness other) {
    Map<ReportType, Long> both = new EnumMap<>(ReportType.class);
    both.putAll(reports);
    other.reports.forEach((type, count) -> both.merge(type, count, Long::sum));
    return new Freshness(
        occurredOn.isAfter(other.occurredOn) ? occurredOn : other.occurredOn,
        Math.max(receivedAt, other.receivedAt),
        both);
  }

  /** All types together. */
  public long count() {
    return reports.values().stream().mapToLong(Long::longValue).sum();
  }
}
