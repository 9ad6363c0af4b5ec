package dev.paca.benchmarks.suite;

import dev.paca.benchmarks.latency.Latency;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How much is measured.
 *
 * @param reports on the bed, for all parts but growth
 * @param growthReports on growth's own
 * @param rates of reports a second, for latency
 * @param warmUp seconds at each rate that do not count
 * @param measured seconds at each rate that do
 * @param query how long each question is asked
 * @param restarts how often Paca is stopped politely
 * @param instances how many in turn
 * @param shortCore whether the core's benchmarks run with one fork and few iterations
 */
public record Sizes(
    int reports,
    int growthReports,
    List<Integer> rates,
    int warmUp,
    int measured,
    Duration query,
    int restarts,
    List<Integer> instances,
    boolean shortCore) {
  private static final List<Integer> RATES = List.of(1_000, 5_000, 10_000);

  /** Under 20 minutes on two cores. */
  public static final Sizes FULL =
      new Sizes(
          2_000_000, 8_000_000, RATES, 10, 20, Duration.ofSeconds(3), 2, List.of(1, 2, 4), false);

  /** Meant to take under four minutes: to see that all works, not for figures to rely on. */
  public static final Sizes QUICK =
      new Sizes(30_000, 60_000, RATES, 1, 2, Duration.ofSeconds(1), 1, List.of(2), true);

  public Sizes withReports(int count) {
    return new Sizes(
        count, growthReports, rates, warmUp, measured, query, restarts, instances, shortCore);
  }

  public Sizes withGrowthReports(int count) {
    return new Sizes(
        reports, count, rates, warmUp, measured, query, restarts, instances, shortCore);
  }

  /** Reports that latency publishes on top. */
  int forLatency() {
    return Latency.reportsToWarmUp(warmUp)
        + rates.stream().mapToInt(rate -> rate * (warmUp + measured)).sum();
  }

  /** What has to be known to compare two runs. */
  public Map<String, Long> named() {
    Map<String, Long> named = new LinkedHashMap<>();
    named.put("reports", (long) reports);
    named.put("growth-reports", (long) growthReports);
    return named;
  }
}
