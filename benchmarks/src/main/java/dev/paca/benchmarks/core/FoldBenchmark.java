package dev.paca.benchmarks.core;

import dev.paca.benchmarks.checkout.Repository;
import dev.paca.benchmarks.workload.EncodedLog;
import dev.paca.producers.workload.Workload;
import dev.paca.scoring.fold.Fold;
import dev.paca.scoring.report.Filed;
import dev.paca.scoring.rubric.Rubrics;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One report through the pure fold, on average over a log of three years that starts with an empty
 * ledger: so all that a ledger does as it grows is in the figure. Decoding is not: reports arrive
 * in batches, just decoded.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 2,
    jvmArgs = {"-Xms1g", "-Xmx1g", "-XX:+UseSerialGC"})
public class FoldBenchmark {
  private static final int REPORTS = 100_000;
  private static final int BATCH = 500;

  private Rubrics rubrics;
  private EncodedLog log;
  private ReportFold reports;
  private ReportFold reportsAndMatters;
  private int read;
  private List<Filed> batch = List.of();

  @Setup
  public void draw() {
    rubrics = Repository.find().rubrics();
    List<Filed> whole = log(rubrics, REPORTS);
    log = new EncodedLog(whole);
    startAnew();
    do {
      arrive();
      reportAndMatter();
    } while (read < log.size());
    Map<Integer, Fold.Assessment> expected = ReportFold.plainly(whole, rubrics);
    Equality.require(expected, Rescoring.of(rubrics, reportsAndMatters.sums()));
  }

  /** Three assessment years, as agencies would publish them. */
  static List<Filed> log(Rubrics rubrics, int size) {
    LocalDate from = LocalDate.of(2021, 12, 16);
    LocalDate to = LocalDate.of(2024, 12, 15);
    return new Workload(Workload.SEED, size, rubrics, from, to).filed();
  }

  private void startAnew() {
    read = 0;
    reports = ReportFold.ofReports(rubrics);
    reportsAndMatters = ReportFold.ofReportsAndMatters(rubrics);
  }

  /** Some hundred microseconds of work, beside which reading the clock twice is nothing. */
  @Setup(Level.Invocation)
  public void arrive() {
    if (read == log.size()) {
      startAnew();
    }
    batch = log.read(read, read + BATCH);
    read += BATCH;
  }

  @Benchmark
  @OperationsPerInvocation(BATCH)
  public ReportFold report() {
    batch.forEach(reports::file);
    return reports;
  }

  @Benchmark
  @OperationsPerInvocation(BATCH)
  public ReportFold reportAndMatter() {
    batch.forEach(reportsAndMatters::file);
    return reportsAndMatters;
  }
}
