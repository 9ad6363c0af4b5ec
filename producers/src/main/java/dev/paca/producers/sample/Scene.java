package dev.paca.producers.sample;

import dev.paca.scoring.rubric.Window;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;

/**
 * One province in one assessment year, before anything is drawn.
 *
 * @param total the points it is to reach, published or ours
 * @param mean of all provinces' totals of the year
 * @param steered leaves that a published fact names as weak; where there is one, every other leaf
 *     is to be at least half
 * @param attempt which of many drawings
 * @param moreSanctioned added to the number of people sanctioned, to bring a national mean home
 */
record Scene(
    long seed,
    int year,
    Window window,
    String province,
    BigDecimal total,
    double mean,
    Set<String> steered,
    int attempt,
    int moreSanctioned) {
  private static final Set<String> METROPOLES = Set.of("01", "79");
  private static final Set<String> LARGE =
      Set.of("22", "31", "38", "40", "48", "74", "75", "77", "92");

  Scene attempt(int number) {
    return new Scene(seed, year, window, province, total, mean, steered, number, moreSanctioned);
  }

  Scene moreSanctioned(int number) {
    return new Scene(seed, year, window, province, total, mean, steered, attempt, number);
  }

  Dice dice(String what) {
    return Dice.of(seed, year, province, attempt, what);
  }

  /** How well it does in one criterion, 0 to 1: as its total says, give or take. */
  double quality(String criterion) {
    if (steered.contains(criterion)) {
      return 0.3;
    }
    if (!steered.isEmpty()) {
      return dice("quality " + criterion).near(0.85, 0.05);
    }
    return dice("quality " + criterion).near(0.44 + (total.doubleValue() - mean) / 50, 0.45);
  }

  /** How many times the work of a small province. */
  int size() {
    return METROPOLES.contains(province) ? 6 : LARGE.contains(province) ? 3 : 1;
  }

  /** First day of the routine reports' year, 15 December (Circular 02/2021). */
  LocalDate reportingFrom() {
    return window.from().minusDays(1);
  }

  /** Last day of the routine report of so many months: 14 March, June, September, December. */
  LocalDate reportingTo(int months) {
    return reportingFrom().plusMonths(months).minusDays(1);
  }

  /** A day of the window, so many months and days in, or its last if that is later. */
  LocalDate day(int months, int days) {
    LocalDate day = window.from().plusMonths(months).plusDays(days);
    return day.isAfter(window.to()) ? window.to() : day;
  }

  /** {@code BC-TT-2022}. */
  String reportId(String kind) {
    return kind + "-" + year;
  }
}
