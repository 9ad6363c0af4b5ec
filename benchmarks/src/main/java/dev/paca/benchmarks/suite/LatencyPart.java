package dev.paca.benchmarks.suite;

import dev.paca.benchmarks.latency.Latency;
import dev.paca.benchmarks.latency.LatencySheet;
import dev.paca.benchmarks.result.Sheet;

/** See {@link Latency}. */
record LatencyPart() implements Part {
  @Override
  public String name() {
    return "latency";
  }

  @Override
  public String title() {
    return "Latency from acknowledgement";
  }

  @Override
  public Sheet run(Stage stage) throws Exception {
    Sizes sizes = stage.sizes();
    Latency latency = new Latency(stage.ground(), sizes.warmUp(), sizes.measured());
    return new LatencySheet(latency.at(sizes.rates())).sheet();
  }
}
