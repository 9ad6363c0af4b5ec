package dev.paca.cli.up;

import dev.paca.cli.console.Console;
import dev.paca.cli.settings.KafkaOptions;
import dev.paca.cli.settings.RunOptions;
import dev.paca.producers.gateway.GatewayConfig;
import dev.paca.settings.Settings;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code paca gateway}: this one service, until Ctrl-C or SIGTERM. */
@Command(
    name = "gateway",
    description = {
      "Take reports over HTTP and publish them to a real cluster.",
      "PACA_API_KEYS says who may report. See: paca config."
    })
public final class GatewayCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--gateway-port",
      paramLabel = "PORT",
      description = "Where to listen; else PACA_GATEWAY_PORT, else 8081. 0: a free one.")
  private String port;

  @Mixin private KafkaOptions kafka;
  @Mixin private RunOptions run;

  public GatewayCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    Map<String, String> given = new HashMap<>(kafka.given());
    given.put(GatewayConfig.PORT.name(), port);
    Settings settings = run.settings(given);
    KafkaOptions.clients(run, settings);
    Logs.toStderr();
    UntilStopped.run(
        console,
        parts -> {
          Services.Service service = Services.gateway(settings);
          parts.add("the gateway", service);
          Ready.await("the gateway", service.url());
          console.out().println("ready " + service.url());
          console.out().flush();
        });
    return 0;
  }
}
