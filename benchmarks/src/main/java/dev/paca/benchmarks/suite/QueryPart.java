package dev.paca.benchmarks.suite;

import dev.paca.benchmarks.query.Queries;
import dev.paca.benchmarks.query.QuerySheet;
import dev.paca.benchmarks.result.Sheet;

/** See {@link Queries}. */
record QueryPart() implements Part {
  @Override
  public String name() {
    return "query";
  }

  @Override
  public String title() {
    return "Questions";
  }

  @Override
  public Sheet run(Stage stage) throws Exception {
    return new QuerySheet(new Queries(stage.ground(), stage.sizes().query()).figures()).sheet();
  }
}
