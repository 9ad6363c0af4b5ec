package dev.paca.benchmarks.suite;

import dev.paca.benchmarks.restore.Restore;
import dev.paca.benchmarks.result.Sheet;

/** See {@link Restore}. */
record RestorePart() implements Part {
  @Override
  public String name() {
    return "restore";
  }

  @Override
  public String title() {
    return "Coming back";
  }

  @Override
  public Sheet run(Stage stage) throws Exception {
    return new Restore(stage.ground()).sheet(stage.sizes().restarts()).sheet();
  }
}
