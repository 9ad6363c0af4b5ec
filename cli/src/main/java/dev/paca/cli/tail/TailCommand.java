package dev.paca.cli.tail;

import dev.paca.cli.console.CommandFailed;
import dev.paca.cli.console.Console;
import dev.paca.cli.settings.KafkaOptions;
import dev.paca.cli.settings.RunOptions;
import dev.paca.settings.Settings;
import dev.paca.streams.recount.TopicReader;
import dev.paca.streams.recount.Values;
import dev.paca.topics.Topics;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code paca tail paca.score-changes}: a topic's records as JSON lines, until Ctrl-C. */
@Command(
    name = "tail",
    description = {
      "Follow a topic: one JSON object a line, committed records only, until Ctrl-C.",
      "Output topics: paca.criterion-scores, paca.province-scores, paca.rankings,"
          + " paca.score-changes, paca.rejected, paca.replays."
    })
public final class TailCommand implements Runnable {
  private final Console console;

  @Parameters(paramLabel = "TOPIC", description = "The topic; 'paca.' may be left out.")
  private String topic;

  @Option(names = "--from-beginning", description = "Everything kept, then what comes.")
  private boolean fromBeginning;

  @Mixin private KafkaOptions kafka;
  @Mixin private RunOptions run;

  public TailCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    String name = known(topic);
    Settings settings = run.settings(kafka.given());
    Map<String, Object> clients = KafkaOptions.clients(run, settings);
    Runtime.getRuntime().addShutdownHook(new Thread(console.out()::flush));
    try (TopicReader reader = TopicReader.open(name, clients);
        Values values = Values.open(settings)) {
      reader.follow(fromBeginning, new JsonLines(console, values));
    }
  }

  private static String known(String topic) {
    String full = topic.startsWith("paca.") ? topic : "paca." + topic;
    if (!Topics.registered().containsKey(full)) {
      throw new CommandFailed(
          "no topic %s; output topics are %s; input topics are %s, %s"
              .formatted(
                  topic,
                  String.join(", ", Topics.outputs()),
                  String.join(", ", Topics.reports()),
                  Topics.RUBRICS));
    }
    return full;
  }
}
