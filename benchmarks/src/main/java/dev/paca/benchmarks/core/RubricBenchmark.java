package dev.paca.benchmarks.core;

import dev.paca.benchmarks.checkout.Repository;
import dev.paca.benchmarks.workload.NationalReports;
import dev.paca.scoring.rubric.Rubric;
import dev.paca.scoring.rubric.RubricReader;
import dev.paca.scoring.rubric.Rubrics;
import java.util.List;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The rubric of 2022 read, checked and compiled from its text: in a JVM that does nothing else, and
 * as the first thing a new JVM does.
 */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class RubricBenchmark {
  private static final int YEAR = 2022;

  private Repository repository;
  private String text;
  private Rubric rubric;

  @Setup
  public void find() {
    repository = Repository.find();
    text = repository.rubricText(YEAR);
  }

  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  @Warmup(iterations = 3, time = 1)
  @Measurement(iterations = 5, time = 1)
  @Fork(
      value = 2,
      jvmArgs = {"-Xms1g", "-Xmx1g", "-XX:+UseSerialGC"})
  public Rubric read() {
    rubric = RubricReader.read(text).rubric().orElseThrow();
    return rubric;
  }

  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @Warmup(iterations = 0)
  @Measurement(iterations = 1)
  @Fork(
      value = 8,
      jvmArgs = {"-Xms1g", "-Xmx1g", "-XX:+UseSerialGC"})
  public Rubric readFirst() {
    return read();
  }

  /** At the end, for a check before would warm what is measured cold; a failure prints nothing. */
  @TearDown
  public void check() {
    Equality.requirePublished(
        ReportFold.plainly(NationalReports.of(repository), Rubrics.of(List.of(rubric))).get(YEAR));
  }
}
