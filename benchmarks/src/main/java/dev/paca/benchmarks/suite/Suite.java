package dev.paca.benchmarks.suite;

import dev.paca.benchmarks.result.Machine;
import dev.paca.benchmarks.result.Results;
import dev.paca.benchmarks.result.Results.Measured;
import dev.paca.benchmarks.result.Sheet;
import dev.paca.cli.console.Console;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Runs parts one after the other and gives out each one's table as soon as it is there. */
public record Suite(String name, List<Part> parts, Clock clock) {

  public Results run(Stage stage) throws Exception {
    Console console = stage.console();
    Machine machine = Machine.now();
    Instant began = clock.instant();
    List<Measured> measured = new ArrayList<>();
    for (Part part : parts) {
      console.say("== " + part.title());
      Instant start = clock.instant();
      Sheet sheet = part.run(stage);
      Duration took = Duration.between(start, clock.instant());
      console.caption("");
      console.caption(part.title() + " (" + took.toSeconds() + " s)");
      sheet.print(console);
      console.out().flush();
      measured.add(new Measured(part.name(), part.title(), took, sheet));
    }
    Duration took = Duration.between(began, clock.instant());
    return new Results(name, began, took, machine, stage.sizes().named(), measured);
  }
}
