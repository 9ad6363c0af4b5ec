package dev.paca.benchmarks.suite;

import dev.paca.benchmarks.ground.Ground;
import dev.paca.benchmarks.growth.Growth;
import dev.paca.benchmarks.result.Sheet;

/** See {@link Growth}. */
record GrowthPart() implements Part {
  @Override
  public String name() {
    return "growth";
  }

  @Override
  public String title() {
    return "Growth, one drain";
  }

  @Override
  public Sheet run(Stage stage) throws Exception {
    Ground ground = stage.groundForGrowth();
    return new Growth(ground.bed(), ground.expected()).sheet();
  }
}
