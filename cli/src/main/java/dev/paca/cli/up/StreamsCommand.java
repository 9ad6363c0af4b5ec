package dev.paca.cli.up;

import dev.paca.cli.console.Console;
import dev.paca.cli.settings.KafkaOptions;
import dev.paca.cli.settings.RunOptions;
import dev.paca.settings.Settings;
import dev.paca.streams.StreamsSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code paca streams}: this one service, until Ctrl-C or SIGTERM. */
@Command(
    name = "streams",
    description = {
      "Count, score, rank and answer questions, against a real cluster.",
      "Its stores are in PACA_STATE_DIR. See: paca config."
    })
public final class StreamsCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--http-port",
      paramLabel = "PORT",
      description = "Where to listen; else PACA_HTTP_PORT, else 8080. 0: a free one.")
  private String port;

  @Mixin private KafkaOptions kafka;
  @Mixin private RunOptions run;

  public StreamsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    Map<String, String> given = new HashMap<>(kafka.given());
    given.put(StreamsSettings.HTTP_PORT.name(), port);
    Settings settings = run.settings(given);
    KafkaOptions.clients(run, settings);
    Logs.toStderr();
    UntilStopped.run(
        console,
        parts -> {
          Services.Service service = Services.streams(settings);
          parts.add("the streams", service);
          Ready.awaitHoweverLong(service.url());
          console.out().println("ready " + service.url());
          console.out().flush();
        });
    return 0;
  }
}
