package dev.paca.benchmarks.latency;

import dev.paca.benchmarks.bed.Bed;
import dev.paca.benchmarks.expected.Expected;
import dev.paca.benchmarks.ground.DrainedPaca;
import dev.paca.benchmarks.ground.Ground;
import dev.paca.benchmarks.process.ProcessCost;
import dev.paca.settings.ClientSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Publishes at a steady rate to a Paca at work.
 *
 * @param warmUp seconds that do not count
 * @param measured seconds that do
 */
public record Latency(Ground ground, int warmUp, int measured) {
  private static final int PROBES_PER_SECOND = 50;
  private static final int WARM_UP_RATE = 5_000;
  private static final int YEAR = 2023;
  private static final long PATIENCE_MS = 120_000;
  private static final long SOON_MS = 50;

  private record Cost(long nanos, double cpu, double brokerCpu) {
    static Cost of(Bed bed, DrainedPaca paca) {
      return new Cost(
          System.nanoTime(),
          ProcessCost.cpuSeconds(paca.process().pid()),
          ProcessCost.cpuSeconds(bed.broker().pid()));
    }

    double secondsSince(Cost before) {
      return (nanos - before.nanos) / (double) TimeUnit.SECONDS.toNanos(1);
    }
  }

  /**
   * At each rate, one after the other; given out only when what is served in the end is the fold of
   * all that was published.
   */
  public List<LatencyFigures> at(List<Integer> rates) throws IOException, InterruptedException {
    DrainedPaca paca = ground.paca();
    List<String> paths = provinces(ground.expected());
    List<LatencyFigures> figures = new ArrayList<>();
    ground.bed().console().say("publishing until compilers have done most of their work");
    compileAll();
    for (int rate : rates) {
      ground.bed().console().say("publishing %,d reports a second".formatted(rate));
      figures.add(at(rate, paca, paths));
    }
    ground.changed();
    paca.require(ground.expected());
    return figures;
  }

  /** As long as a real service runs, nothing is compiled any more; here all of it just started. */
  private void compileAll() throws InterruptedException {
    try (Publisher publisher = new Publisher(ground.bed().settings())) {
      Schedule schedule = new Schedule(System.nanoTime(), WARM_UP_RATE);
      publisher.publish(
          ground.rest(),
          schedule,
          0,
          reportsToWarmUp(warmUp),
          (number, partition, offset, nanos) -> {});
    }
  }

  /** So many reports are published before the first rate, twice as long as before each. */
  public static int reportsToWarmUp(int warmUp) {
    return 2 * warmUp * WARM_UP_RATE;
  }

  private static List<String> provinces(Expected expected) {
    return expected.assessments().get(YEAR).scores().keySet().stream()
        .map(code -> "/v1/assessments/" + YEAR + "/provinces/" + code)
        .toList();
  }

  private LatencyFigures at(int rate, DrainedPaca paca, List<String> paths)
      throws InterruptedException {
    Bed bed = ground.bed();
    Pending pending = new Pending();
    Probes probes = new Probes(paca.address(), paths);
    long first = (long) warmUp * rate;
    long end = first + (long) measured * rate;
    int probed = Math.max(1, rate / PROBES_PER_SECOND);
    Publisher.Acknowledgements counted =
        (number, partition, offset, nanos) -> {
          pending.acknowledged(partition.toString(), offset, nanos);
          if (number % probed == 0) {
            probes.ask(partition, offset, nanos);
          }
        };
    try (CoverageReader reader = new CoverageReader(ClientSettings.kafka(bed.settings()), pending);
        Publisher publisher = new Publisher(bed.settings())) {
      Schedule schedule =
          new Schedule(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(SOON_MS), rate);
      publisher.publish(
          ground.rest(), schedule, 0, first, (number, partition, offset, nanos) -> {});
      Cost before = Cost.of(bed, paca);
      publisher.publish(ground.rest(), schedule, first, end, counted);
      Cost after = Cost.of(bed, paca);
      publisher.flush();
      long open = pending.awaitAll(PATIENCE_MS);
      reader.check();
      if (open > 0) {
        throw new IllegalStateException(
            "%,d reports were not in the score after %d s".formatted(open, PATIENCE_MS / 1000));
      }
      double seconds = after.secondsSince(before);
      return new LatencyFigures(
          rate,
          pending.percentiles(),
          probes.answered(PATIENCE_MS),
          (after.cpu() - before.cpu()) / seconds,
          (after.brokerCpu() - before.brokerCpu()) / seconds);
    }
  }
}
