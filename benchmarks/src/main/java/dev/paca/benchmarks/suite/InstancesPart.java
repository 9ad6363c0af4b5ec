package dev.paca.benchmarks.suite;

import dev.paca.benchmarks.ground.Ground;
import dev.paca.benchmarks.instances.Instances;
import dev.paca.benchmarks.result.Sheet;

/** See {@link Instances}. */
record InstancesPart() implements Part {
  @Override
  public String name() {
    return "instances";
  }

  @Override
  public String title() {
    return "Several instances, drain";
  }

  @Override
  public Sheet run(Stage stage) throws Exception {
    Ground ground = stage.ground();
    return new Instances(ground.bed(), ground.expected()).sheet(stage.sizes().instances());
  }
}
