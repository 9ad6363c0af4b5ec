package dev.paca.benchmarks.suite;

import dev.paca.benchmarks.checkout.Repository;
import dev.paca.benchmarks.core.CoreBenchmarks;
import dev.paca.benchmarks.result.Figure;
import dev.paca.benchmarks.result.Sheet;
import dev.paca.cli.console.Cell;
import dev.paca.cli.console.Column;
import java.nio.file.Path;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** JMH's benchmarks of what has no Kafka in it, each in JVMs of its own. */
record CorePart() implements Part {
  @Override
  public String name() {
    return "core";
  }

  @Override
  public String title() {
    return "The pure core";
  }

  @Override
  public Sheet run(Stage stage) throws Exception {
    Path log = stage.folder().resolve("core.log");
    stage.console().say("the pure core, by JMH; its own output is in " + log);
    ChainedOptionsBuilder options =
        CoreBenchmarks.options()
            .output(log.toString())
            .jvmArgsAppend("-D" + Repository.HOME + "=" + Repository.find().root());
    if (stage.sizes().shortCore()) {
      options
          .forks(1)
          .warmupIterations(1)
          .warmupTime(TimeValue.seconds(1))
          .measurementIterations(2)
          .measurementTime(TimeValue.seconds(1));
    }
    Sheet sheet =
        new Sheet(
            Column.text("figure", "figure"),
            Column.number("measured", "measured"),
            Column.text("unit", "unit"),
            Column.text("error", "99.9 %"),
            Column.text("goal", "goal"),
            Column.text("verdict", ""));
    for (Figure each : CoreBenchmarks.run(options)) {
      sheet.row(
          Cell.text(each.name()),
          Sheet.number(each.value() < 10 ? "%.3f" : "%.1f", each.value()),
          Cell.text(each.unit()),
          Cell.text(each.errorBar()),
          Cell.text(each.goal()),
          Cell.text(each.verdict()));
    }
    return sheet.note("Means with the 99.9 % interval; a goal counts as met with it included.");
  }
}
