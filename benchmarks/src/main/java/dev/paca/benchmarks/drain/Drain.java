package dev.paca.benchmarks.drain;

import dev.paca.benchmarks.bed.Bed;
import dev.paca.benchmarks.bed.Written;
import dev.paca.benchmarks.contender.Contender;
import dev.paca.benchmarks.expected.Expected;
import dev.paca.benchmarks.process.ProcessCost;
import dev.paca.local.LocalProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Drains the bed's input once by one contender, from nothing.
 *
 * @param expected what it has to come to
 */
public record Drain(Bed bed, Expected expected) {
  private static final Duration START = Duration.ofMinutes(2);
  private static final double MILLION = 1_000_000;
  private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

  /**
   * @throws IllegalStateException when it does not come to an end, or to something else than
   *     expected
   */
  public DrainFigures by(Contender contender) throws IOException {
    bed.clear();
    Written before = Written.on(bed);
    LocalProcess process = LocalProcess.start(contender.command(bed), START);
    try {
      Watch watch = new Watch(bed, contender.name(), List.of(process));
      Look first = watch.await(1);
      Look last = watch.await(expected.records());
      List<String> differences = contender.differences(bed, process, expected);
      if (!differences.isEmpty()) {
        throw new IllegalStateException(
            contender.name() + " did not come to the fold of the input: " + differences.get(0));
      }
      double equalAfter = (System.nanoTime() - last.nanos()) / NANOS;
      return figures(contender, first, last, equalAfter, Written.on(bed).since(before), process);
    } finally {
      process.stop();
    }
  }

  private DrainFigures figures(
      Contender contender,
      Look first,
      Look last,
      double equalAfter,
      Written written,
      LocalProcess process) {
    // A cold JVM may have read most of a small input before it commits for the first time.
    boolean enough = last.enoughSince(first, expected.records());
    double reports = enough ? last.committed() - first.committed() : Double.NaN;
    return new DrainFigures(
        contender.name(),
        contender.title(),
        enough ? last.rateSince(first) : Double.NaN,
        equalAfter,
        (last.cpu() - first.cpu()) * MILLION / reports,
        (last.brokerCpu() - first.brokerCpu()) * MILLION / reports,
        (double) written.total() / expected.records(),
        ProcessCost.peakMegabytes(process.pid()),
        written.byTopic());
  }
}
