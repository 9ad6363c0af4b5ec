package dev.paca.benchmarks.core;

import dev.paca.benchmarks.checkout.Repository;
import dev.paca.benchmarks.workload.NationalReports;
import dev.paca.scoring.fold.Fold;
import dev.paca.scoring.report.Filed;
import dev.paca.scoring.rubric.Rubric;
import dev.paca.scoring.rubric.Rubrics;
import dev.paca.scoring.score.ProvinceScore;
import dev.paca.scoring.score.Scorer;
import dev.paca.scoring.tally.Place;
import dev.paca.scoring.tally.Tally;
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

/** Sóc Trăng scored under the full rubric of 2022, from the tally of the national sample. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 2,
    jvmArgs = {"-Xms1g", "-Xmx1g", "-XX:+UseSerialGC"})
public class ScoringBenchmark {
  private static final Place SOC_TRANG = new Place(2022, "94");

  private Rubric rubric;
  private Tally tally;

  @Setup
  public void fold() {
    Repository repository = Repository.find();
    Rubrics rubrics = repository.rubrics();
    List<Filed> reports = NationalReports.of(repository);
    ReportFold fold = ReportFold.ofReportsAndMatters(rubrics);
    reports.forEach(fold::file);
    rubric = rubrics.of(SOC_TRANG.year()).orElseThrow();
    Map<Place, Tally> sums = fold.sums();
    tally = sums.get(SOC_TRANG);
    Map<Integer, Fold.Assessment> expected = ReportFold.plainly(reports, rubrics);
    Equality.requirePublished(expected.get(SOC_TRANG.year()));
    Equality.require(expected.get(SOC_TRANG.year()).scores().get(SOC_TRANG.province()), province());
  }

  @Benchmark
  public ProvinceScore province() {
    return Scorer.score(rubric, SOC_TRANG.province(), tally);
  }
}
