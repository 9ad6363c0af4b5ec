package dev.paca.benchmarks.core;

import dev.paca.benchmarks.result.Figure;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** The figures of the core: which benchmark gives each, and what it has to stay under. */
enum CoreFigure {
  REPORT(FoldBenchmark.class, "report", "One report through the fold", "µs", 1e3, 1),
  REPORT_AND_MATTER(
      FoldBenchmark.class, "reportAndMatter", "The same with its case", "µs", 1e3, Double.NaN),
  PROVINCE(
      ScoringBenchmark.class, "province", "One province scored, rubric of 2022", "µs", 1e3, 100),
  EVERY_PROVINCE_AND_YEAR(
      RescoringBenchmark.class,
      "everyProvinceAndYear",
      "All provinces x 5 years scored and ranked",
      "ms",
      1e6,
      1_000),
  RUBRIC(RubricBenchmark.class, "read", "Rubric of 2022 read and compiled", "ms", 1e6, Double.NaN),
  RUBRIC_FIRST(
      RubricBenchmark.class,
      "readFirst",
      "The same, first thing in a new JVM",
      "ms",
      1e6,
      Double.NaN);

  private final String benchmark;
  private final String title;
  private final String unit;
  private final double nanosPerUnit;
  private final double target;

  /**
   * @param target in {@code unit}; NaN for none
   */
  CoreFigure(
      Class<?> benchmarks,
      String method,
      String title,
      String unit,
      double nanosPerUnit,
      double target) {
    this.benchmark = benchmarks.getName() + "." + method;
    this.title = title;
    this.unit = unit;
    this.nanosPerUnit = nanosPerUnit;
    this.target = target;
  }

  /** The benchmark's name as JMH has it. */
  String benchmark() {
    return benchmark;
  }

  Figure of(RunResult run) {
    Result<?> result = run.getPrimaryResult();
    double scale = nanosOf(result.getScoreUnit()) / nanosPerUnit;
    double error = result.getScoreError() * scale;
    return new Figure(
        title, result.getScore() * scale, numberOrNone(error), unit, numberOrNone(target));
  }

  private static OptionalDouble numberOrNone(double number) {
    return Double.isNaN(number) ? OptionalDouble.empty() : OptionalDouble.of(number);
  }

  /** JMH's unit of a mean time: {@code us/op}. */
  private static double nanosOf(String jmhUnit) {
    return switch (jmhUnit) {
      case "ns/op" -> 1;
      case "us/op" -> TimeUnit.MICROSECONDS.toNanos(1);
      case "ms/op" -> TimeUnit.MILLISECONDS.toNanos(1);
      default -> throw new IllegalArgumentException(jmhUnit + " is no unit of these benchmarks");
    };
  }
}
