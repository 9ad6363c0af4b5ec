package dev.paca.scoring.freshness;

import dev.paca.scoring.report.Filed;
import dev.paca.scoring.report.ReportType;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** One reporter's reports in force, as they come and go. */
final class ReporterReports {
  private static final ReportType[] TYPES = ReportType.values();

  private final Highest days = new Highest();
  private final Highest arrivals = new Highest();
  private final long[] counts = new long[TYPES.length];
  private long all;

  void add(Filed filed) {
    days.add(filed.report().occurredOn().toEpochDay());
    arrivals.add(filed.receivedAt());
    counts[filed.report().type().ordinal()]++;
    all++;
  }

  /** Takes back what was added. */
  void take(Filed filed) {
    days.take(filed.report().occurredOn().toEpochDay());
    arrivals.take(filed.receivedAt());
    int type = filed.report().type().ordinal();
    if (counts[type] > 0) {
      counts[type]--;
      all--;
    }
  }

  boolean isEmpty() {
    return all == 0;
  }

  /** Not when what was the newest was taken back so often that the next is not known. */
  boolean isKnown() {
    return days.get().isPresent() && arrivals.get().isPresent();
  }

  /** Empty where it is not {@linkplain #isKnown known}. */
  Optional<Freshness> freshness() {
    return isKnown()
        ? Optional.of(
            new Freshness(
                LocalDate.ofEpochDay(days.get().getAsLong()), arrivals.get().getAsLong(), byType()))
        : Optional.empty();
  }

  private Map<ReportType, Long> byType() {
    Map<ReportType, Long> byType = new EnumMap<>(ReportType.class);
    for (ReportType type : TYPES) {
      if (counts[type.ordinal()] != 0) {
        byType.put(type, counts[type.ordinal()]);
      }
    }
    return byType;
  }
}
