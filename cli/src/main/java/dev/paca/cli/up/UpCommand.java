package dev.paca.cli.up;

import dev.paca.cli.console.Console;
import dev.paca.cli.settings.Endpoint;
import dev.paca.cli.settings.EndpointsFile;
import dev.paca.cli.settings.RunOptions;
import dev.paca.cli.settings.TopicOptions;
import dev.paca.local.LocalCluster;
import dev.paca.local.LocalOptions;
import dev.paca.producers.gateway.GatewayConfig;
import dev.paca.settings.Settings;
import dev.paca.streams.StreamsSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code paca up}: everything in one process tree, until Ctrl-C or SIGTERM. */
@Command(
    name = "up",
    description = {
      "Run everything here: broker, registry, gateway, streams, API and web page. Data stays in DIR."
          + " Prints 'ready URL' when every part answers; Ctrl-C stops everything."
    })
public final class UpCommand implements Callable<Integer> {
  private final Console console;

  @Option(names = "--sample", description = "Publish the sample (samples/national) once.")
  private boolean sample;

  @Option(
      names = "--http-port",
      paramLabel = "PORT",
      description = "Of the API and the page; else PACA_HTTP_PORT, else 8080. 0: a free one.")
  private String httpPort;

  @Option(
      names = "--gateway-port",
      paramLabel = "PORT",
      description = "Of the gateway; else PACA_GATEWAY_PORT, else 8081. 0: a free one.")
  private String gatewayPort;

  @Mixin private TopicOptions topics;
  @Mixin private RunOptions run;

  public UpCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    UntilStopped.run(console, this::start);
    return 0;
  }

  private void start(Parts parts) throws Exception {
    Map<String, String> given = new HashMap<>(topics.given());
    given.put(StreamsSettings.HTTP_PORT.name(), httpPort);
    given.put(GatewayConfig.PORT.name(), gatewayPort);
    Path data = Files.createDirectories(run.data());
    Settings asked = run.settings(given);
    int http = Port.choose(asked.get(StreamsSettings.HTTP_PORT), "--http-port");
    int gateway = Port.choose(asked.get(GatewayConfig.PORT), "--gateway-port");
    Logs.toFile(data.resolve("logs").resolve("paca.log"));

    console.say("starting the broker and the schema registry, data in " + data);
    LocalCluster cluster = LocalCluster.start(LocalOptions.in(data));
    parts.add("broker and registry", cluster);
    given.put(StreamsSettings.HTTP_PORT.name(), Integer.toString(http));
    given.put(GatewayConfig.PORT.name(), Integer.toString(gateway));
    given.put(Endpoint.BOOTSTRAP.setting().name(), cluster.bootstrap());
    given.put(Endpoint.REGISTRY.setting().name(), cluster.registryUrl());
    given.put(StreamsSettings.STATE_DIR.name(), data.resolve("streams").toString());
    if (asked.find(GatewayConfig.KEYS).isEmpty()) {
      given.put(GatewayConfig.KEYS.name(), "*=" + LocalKey.in(data).read());
    }
    serve(parts, data, run.settings(given));
  }

  private void serve(Parts parts, Path data, Settings settings) throws Exception {
    new Foundations(console, settings).lay();
    console.say("starting the streams and the query service");
    Services.Service query = Services.streams(settings);
    parts.add("streams", query);
    console.say("starting the gateway; its key is in " + LocalKey.in(data).file());
    Services.Service gateway = Services.gateway(settings);
    parts.add("gateway", gateway);

    Map<Endpoint, String> endpoints = new EnumMap<>(Endpoint.class);
    endpoints.put(Endpoint.QUERY, query.url());
    endpoints.put(Endpoint.GATEWAY, gateway.url());
    endpoints.put(Endpoint.BOOTSTRAP, settings.get(Endpoint.BOOTSTRAP.setting()));
    endpoints.put(Endpoint.REGISTRY, settings.get(Endpoint.REGISTRY.setting()));
    Ready.await("the gateway", gateway.url());
    Ready.await("the query service", query.url());
    EndpointsFile file = EndpointsFile.in(data);
    parts.add(file.path().toString(), file::delete);
    file.write(endpoints);
    if (sample) {
      new Sample(console, data, settings).publish(query.url());
    }
    console.out().println("ready " + query.url());
    console.out().flush();
  }
}
