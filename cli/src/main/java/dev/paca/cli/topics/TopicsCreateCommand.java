package dev.paca.cli.topics;

import dev.paca.cli.console.Console;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code paca topics create}: makes what is missing, changes nothing. */
@Command(name = "create", description = "Make the topics that are missing; change none that is.")
public final class TopicsCreateCommand implements Runnable {
  private final Console console;

  @Mixin private TopicsCommand.Cluster cluster;

  public TopicsCreateCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    List<String> made = cluster.with((admin, definitions) -> admin.create(definitions));
    made.forEach(console.out()::println);
    console.say(made.isEmpty() ? "all topics were there" : made.size() + " topics made");
  }
}
