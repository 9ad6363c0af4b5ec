package dev.paca.benchmarks.suite;

import dev.paca.benchmarks.rescore.Rescore;
import dev.paca.benchmarks.result.Sheet;

/** See {@link Rescore}. */
record RescorePart() implements Part {
  @Override
  public String name() {
    return "rescore";
  }

  @Override
  public String title() {
    return "A new version of a rubric";
  }

  @Override
  public Sheet run(Stage stage) throws Exception {
    return new Rescore(stage.ground()).sheet();
  }
}
