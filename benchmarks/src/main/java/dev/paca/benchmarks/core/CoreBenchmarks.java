package dev.paca.benchmarks.core;

import dev.paca.benchmarks.result.Figure;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs every benchmark of this package. */
public final class CoreBenchmarks {
  private CoreBenchmarks() {}

  /**
   * Every figure in the order of the table.
   *
   * @param options more options of JMH, such as {@code jvmArgsAppend}
   * @throws RunnerException when a benchmark fails or its result is not the fold's
   */
  public static List<Figure> run(ChainedOptionsBuilder options) throws RunnerException {
    Collection<RunResult> runs =
        new Runner(options.include(included()).shouldFailOnError(true).build()).run();
    Map<String, RunResult> byBenchmark =
        runs.stream()
            .collect(Collectors.toMap(run -> run.getParams().getBenchmark(), Function.identity()));
    return Arrays.stream(CoreFigure.values())
        .map(figure -> figure.of(byBenchmark.remove(figure.benchmark())))
        .toList();
  }

  /** JMH's options as they are when nothing more is asked. */
  public static ChainedOptionsBuilder options() {
    return new OptionsBuilder();
  }

  static String included() {
    return "^" + CoreBenchmarks.class.getPackageName().replace(".", "\\.") + "\\.";
  }
}
