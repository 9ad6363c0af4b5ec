package dev.paca.cli.topics;

import dev.paca.cli.console.Cell;
import dev.paca.cli.console.Column;
import dev.paca.cli.console.Console;
import dev.paca.cli.console.Table;
import dev.paca.topics.TopicMismatch;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code paca topics check}: every mismatch; exit 1 on any. */
@Command(name = "check", description = "Say every way in which topics are not as they must be.")
public final class TopicsCheckCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private TopicsCommand.Cluster cluster;

  public TopicsCheckCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    List<TopicMismatch> mismatches = cluster.with((admin, wanted) -> admin.check(wanted));
    if (mismatches.isEmpty()) {
      console.say("all topics are as they must be");
      return 0;
    }
    Table table =
        new Table(
            List.of(
                Column.text("topic", "TOPIC"),
                Column.text("setting", "SETTING"),
                Column.text("found", "IS"),
                Column.text("expected", "MUST BE")));
    for (TopicMismatch mismatch : mismatches) {
      table.row(
          Cell.text(mismatch.topic()),
          Cell.text(mismatch.what()),
          Cell.text(mismatch.found()),
          Cell.text(mismatch.expected()));
    }
    table.print(console);
    console.say("paca: " + mismatches.size() + " mismatches; missing topics: paca topics create");
    return 1;
  }
}
