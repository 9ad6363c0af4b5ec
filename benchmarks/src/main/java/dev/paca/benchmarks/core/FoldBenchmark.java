package dev.paca.benchmarks.core;

import dev.paca.benchmarks.workload.Repository;
import dev.paca.benchmarks.workload.Workload;
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
 * ledger: so all that a ledger does as it grows is in the figure. Reports are decoded before.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 2,
    jvmArgs = {"-Xms1g", "-Xmx1g", "-XX:+UseSerialGC"})
public class FoldBenchmark {
  static final int REPORTS = 100_000;

  private Rubrics rubrics;
  private List<Filed> log;

  @Setup
  public void draw() {
    rubrics = Repository.find().rubrics();
    log = log(rubrics);
    Map<Integer, Fold.Assessment> expected = ReportFold.plainly(log, rubrics);
    Equality.require(expected, Rescoring.of(rubrics, reportAndMatter().sums()));
  }

  /** Three assessment years, as agencies would publish them. */
  static List<Filed> log(Rubrics rubrics) {
    LocalDate from = LocalDate.of(2021, 12, 16);
    LocalDate to = LocalDate.of(2024, 12, 15);
    return new Workload(Workload.SEED, REPORTS, rubrics, from, to).filed();
  }

  @Benchmark
  @OperationsPerInvocation(REPORTS)
  public ReportFold report() {
    return folded(ReportFold.ofReports(rubrics));
  }

  @Benchmark
  @OperationsPerInvocation(REPORTS)
  public ReportFold reportAndMatter() {
    return folded(ReportFold.ofReportsAndMatters(rubrics));
  }

  private ReportFold folded(ReportFold fold) {
    for (Filed filed : log) {
      fold.file(filed);
    }
    return fold;
  }
}
