package dev.paca.benchmarks.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a running process has cost so far, as Linux counts it. */
public final class ProcessCost {
  /**
   * Ticks a second of {@code /proc}, which Linux fixes for every architecture that Java runs on.
   */
  private static final double TICKS = 100.0;

  private static final int USER_TIME = 11;
  private static final int SYSTEM_TIME = 12;

  private ProcessCost() {}

  /** Seconds of processor time, of all its threads, user and system. */
  public static double cpuSeconds(long pid) {
    String stat = read(pid, "stat");
    // The second field is the command's name in brackets, which may hold blanks.
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME])) / TICKS;
  }

  /** Most memory that it ever held at once (resident set), MB. */
  public static long peakMegabytes(long pid) {
    return memory(pid, "VmHWM:");
  }

  /** Memory that it holds now (resident set), MB. */
  public static long megabytes(long pid) {
    return memory(pid, "VmRSS:");
  }

  private static long memory(long pid, String field) {
    return read(pid, "status")
        .lines()
        .filter(line -> line.startsWith(field))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("process " + pid + " has ended"));
  }

  private static String read(long pid, String file) {
    Path path = Path.of("/proc", Long.toString(pid), file);
    try {
      return Files.readString(path, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException("the cost of a process cannot be read from " + path, e);
    }
  }
}
