package dev.paca.benchmarks.instances;

import dev.paca.benchmarks.bed.Bed;
import dev.paca.benchmarks.contender.Paca;
import dev.paca.benchmarks.drain.Look;
import dev.paca.benchmarks.drain.Watch;
import dev.paca.benchmarks.expected.Expected;
import dev.paca.benchmarks.process.ProcessCost;
import dev.paca.benchmarks.result.Sheet;
import dev.paca.cli.console.Column;
import dev.paca.local.LocalProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * Drains of the same input by one and by several instances, which are started together.
 *
 * @param expected what each drain has to come to, asked of every instance
 */
public record Instances(Bed bed, Expected expected) {
  private static final Duration START = Duration.ofMinutes(2);
  private static final String HEAP = "512m";

  private static final double MILLION = 1_000_000;

  /**
   * @param counts how many instances
   */
  public Sheet sheet(List<Integer> counts) throws IOException {
    Sheet sheet =
        new Sheet(
            Column.number("instances", "instances"),
            Column.number("whole_reports_per_s", "reports/s once one was ready"),
            Column.number("reports_per_s", "once all were"),
            Column.number("cpu_s_per_million", "CPU s per million"),
            Column.number("peak_mb", "peak MB, all"));
    for (int count : counts) {
      bed.console().say("draining by instances: " + count);
      drain(count, sheet);
    }
    return sheet.note(
        "One stream thread each, all started at once. The second rate is that of the instances, the"
            + " first has their start in it; no second one where less than %.0f %% of the reports"
                .formatted(100 * Look.ENOUGH)
            + " were left when all were ready.");
  }

  private void drain(int count, Sheet sheet) throws IOException {
    bed.clear();
    String group = "paca-instances-" + count;
    List<Paca> pacas =
        IntStream.rangeClosed(1, count).mapToObj(number -> instance(group, number)).toList();
    Started started = start(pacas, new Watch(bed, group, List.of()));
    List<LocalProcess> processes = started.processes();
    try {
      Watch watch = new Watch(bed, group, processes);
      Look allReady = watch.look();
      Look last = watch.await(expected.records());
      for (int i = 0; i < count; i++) {
        List<String> differences = pacas.get(i).differences(bed, processes.get(i), expected);
        if (!differences.isEmpty()) {
          throw new IllegalStateException(
              pacas.get(i).name() + " does not serve the fold: " + differences.get(0));
        }
      }
      long left = last.committed() - allReady.committed();
      boolean enough = last.enoughSince(allReady, expected.records());
      sheet.row(
          Sheet.number(count),
          Sheet.number("%,.0f", last.rateSince(started.firstReady())),
          Sheet.number("%,.0f", enough ? last.rateSince(allReady) : Double.NaN),
          Sheet.number(
              "%.1f", enough ? (last.cpu() - allReady.cpu()) * MILLION / left : Double.NaN),
          Sheet.number(processes.stream().mapToLong(Instances::peak).sum()));
    } finally {
      processes.forEach(LocalProcess::stop);
    }
  }

  private static Paca instance(String group, int number) {
    return new Paca(
        group + "-" + number,
        "an instance of several",
        Map.of(
            "application-id",
            group,
            "stream-threads",
            "1",
            // No task waits for a copy of nothing: all share from the beginning.
            "acceptable-recovery-lag",
            Integer.toString(Integer.MAX_VALUE)),
        HEAP);
  }

  /**
   * Instances that are ready.
   *
   * @param firstReady how far the drain was when one of them was
   */
  private record Started(List<LocalProcess> processes, Look firstReady) {}

  private Started start(List<Paca> pacas, Watch watch) {
    ExecutorService threads = Executors.newFixedThreadPool(pacas.size());
    List<CompletableFuture<LocalProcess>> starting =
        pacas.stream()
            .map(
                paca ->
                    CompletableFuture.supplyAsync(
                        () -> LocalProcess.start(paca.command(bed), START), threads))
            .toList();
    threads.shutdown();
    try {
      CompletableFuture.anyOf(starting.toArray(CompletableFuture[]::new)).join();
      Look firstReady = watch.look();
      return new Started(starting.stream().map(CompletableFuture::join).toList(), firstReady);
    } catch (CompletionException e) {
      for (CompletableFuture<LocalProcess> each : starting) {
        each.handle(Instances::stopped).join();
      }
      throw e;
    }
  }

  /** Of those that started beside one that did not. */
  private static boolean stopped(LocalProcess process, Throwable failure) {
    if (failure == null) {
      process.stop();
    }
    return failure == null;
  }

  private static long peak(LocalProcess process) {
    return ProcessCost.peakMegabytes(process.pid());
  }
}
