package dev.paca.scoring.freshness;

import dev.paca.scoring.report.Filed;
import dev.paca.scoring.report.ReportType;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** One reporter's reports in force, as they come and go. */
final class ReporterReports {
  private final Highest days = new Highest();
  private final Highest arrivals = new Highest();
  private final Map<ReportType, Long> counts = new EnumMap<>(ReportType.class);

  void add(Filed filed) {
    days.add(filed.report().occurredOn().toEpochDay());
    arrivals.add(filed.receivedAt());
    counts.merge(filed.report().type(), 1L, Long::sum);
  }

  void take(Filed filed) {
    days.take(filed.report().occurredOn().toEpochDay());
    arrivals.take(filed.receivedAt());
    counts.computeIfPresent(filed.report().type(), (t, count) -> count == 1 ? null : count - 1);
  }

  boolean isEmpty() {
    return counts.isEmpty();
  }

  /** Empty when what was the newest was taken back so often that the next is not known. */
  Optional<Freshness> freshness() {
    return days.get().isEmpty() || arrivals.get().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Freshness(
                LocalDate.ofEpochDay(days.get().getAsLong()), arrivals.get().getAsLong(), counts));
  }
}
