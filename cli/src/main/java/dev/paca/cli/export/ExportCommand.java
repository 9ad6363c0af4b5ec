package dev.paca.cli.export;

import dev.paca.cli.console.CommandFailed;
import dev.paca.cli.console.Console;
import dev.paca.cli.console.ReadingBars;
import dev.paca.cli.settings.KafkaOptions;
import dev.paca.cli.settings.RunOptions;
import dev.paca.settings.Settings;
import dev.paca.streams.recount.CommittedInput;
import dev.paca.streams.recount.InputFromTopics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code paca export DIR}: the committed input as files. */
@Command(
    name = "export",
    description = {
      "Write the committed input (every report and rubric) to DIR: one file a topic, one JSON"
          + " object a line, and manifest.json with end offsets and SHA-256 of each file."
    })
public final class ExportCommand implements Runnable {
  private final Console console;

  @Parameters(paramLabel = "DIR", description = "Where to; made if it is not there.")
  private Path dir;

  @Mixin private KafkaOptions kafka;
  @Mixin private RunOptions run;

  public ExportCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    Settings settings = run.settings(kafka.given());
    KafkaOptions.require(run, settings);
    CommittedInput input = new InputFromTopics(settings, new ReadingBars(console));
    try {
      long records = Export.write(input, dir, Instant.now(console.clock()));
      console.say(records + " records of " + CommittedInput.topics().size() + " topics in " + dir);
    } catch (IOException e) {
      throw new CommandFailed("cannot write to " + dir + ": " + e, e);
    }
  }
}
