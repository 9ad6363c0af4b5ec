package dev.paca.benchmarks.result;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Where figures were measured.
 *
 * @param load the system's load average of the last minute, taken before anything was measured
 */
public record Machine(int cores, String java, String os, OptionalDouble load) {
  /** Above it others use the machine, and figures are to be taken again. */
  private static final double BUSY = 1.5;

  public static Machine now() {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    return new Machine(
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("java.version"),
        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
        load < 0 ? OptionalDouble.empty() : OptionalDouble.of(load));
  }

  /** {@code 2 cores, JDK 17.0.9, Linux amd64; load 0.31 before the run (quiet)}. */
  public String describe() {
    return cores + " cores, JDK " + java + ", " + os + "; " + loadInWords();
  }

  private String loadInWords() {
    if (load.isEmpty()) {
      return "load unknown";
    }
    double average = load.getAsDouble();
    return String.format(
        Locale.ROOT,
        "load %.2f before the run (%s)",
        average,
        average > BUSY ? "busy: take these figures again" : "quiet");
  }
}
