package dev.paca.benchmarks.core;

import dev.paca.benchmarks.checkout.Repository;
import dev.paca.producers.workload.Workload;
import dev.paca.scoring.fold.Fold;
import dev.paca.scoring.report.Filed;
import dev.paca.scoring.rubric.Rubrics;
import dev.paca.scoring.tally.Place;
import dev.paca.scoring.tally.Tally;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Scores and ranks of all provinces in five years, from tallies, as a change of rubrics needs. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 2,
    jvmArgs = {"-Xms1g", "-Xmx1g", "-XX:+UseSerialGC"})
public class RescoringBenchmark {
  /** Some 300 publications for each of the 286 places, a tenth of them appraisals. */
  private static final int REPORTS = 100_000;

  private static final LocalDate FROM = LocalDate.of(2020, 12, 16);
  private static final LocalDate TO = LocalDate.of(2025, 12, 15);

  private Rubrics rubrics;
  private Map<Place, Tally> sums;

  @Setup
  public void fold() {
    rubrics = Repository.find().rubrics();
    List<Filed> log = new Workload(Workload.SEED, REPORTS, rubrics, FROM, TO).filed();
    ReportFold fold = ReportFold.ofReportsAndMatters(rubrics);
    log.forEach(fold::file);
    sums = fold.sums();
    Equality.require(ReportFold.plainly(log, rubrics), everyProvinceAndYear());
  }

  @Benchmark
  public Map<Integer, Fold.Assessment> everyProvinceAndYear() {
    return Rescoring.of(rubrics, sums);
  }
}
