package dev.paca.benchmarks.suite;

import dev.paca.benchmarks.contender.Contender;
import dev.paca.benchmarks.contender.Contenders;
import dev.paca.benchmarks.drain.Drain;
import dev.paca.benchmarks.drain.DrainFigures;
import dev.paca.benchmarks.drain.DrainSheet;
import dev.paca.benchmarks.ground.Ground;
import dev.paca.benchmarks.result.Sheet;
import java.util.ArrayList;
import java.util.List;

/** See {@link Drain}. */
record DrainPart() implements Part {
  @Override
  public String name() {
    return "drain";
  }

  @Override
  public String title() {
    return "Drains";
  }

  @Override
  public Sheet run(Stage stage) throws Exception {
    Ground ground = stage.ground();
    Drain drain = new Drain(ground.bed(), ground.expected());
    List<DrainFigures> figures = new ArrayList<>();
    for (Contender contender : Contenders.all()) {
      if (stage.includes(contender.name())) {
        stage.console().say("draining: " + contender.title());
        figures.add(drain.by(contender));
      }
    }
    return new DrainSheet(figures, Contenders.PLAIN_LOOP).sheet();
  }
}
