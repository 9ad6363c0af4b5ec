package dev.paca.cli.settings;

import dev.paca.settings.ClientSettings;
import dev.paca.settings.Settings;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** Where the brokers and the registry are. */
public final class KafkaOptions {
  @Option(
      names = "--bootstrap",
      paramLabel = "HOST:PORT",
      description = "The Kafka brokers; else PACA_BOOTSTRAP, else the running 'paca up'.")
  private String bootstrap;

  @Option(
      names = "--registry",
      paramLabel = "URL",
      description = "The schema registry; else PACA_REGISTRY, else the running 'paca up'.")
  private String registry;

  /** The options as settings. */
  public Map<String, String> given() {
    Map<String, String> given = new HashMap<>();
    given.put(ClientSettings.BOOTSTRAP.name(), bootstrap);
    given.put(ClientSettings.REGISTRY.name(), registry);
    return given;
  }

  /** What every Kafka client and serde gets; fails where brokers or registry are not known. */
  public Map<String, Object> clients(RunOptions run) {
    return clients(run, run.settings(given()));
  }

  /** As {@link #clients(RunOptions)}, from settings that are read already. */
  public static Map<String, Object> clients(RunOptions run, Settings settings) {
    require(run, settings);
    return ClientSettings.kafka(settings);
  }

  /** Fails where brokers or registry are not known. */
  public static void require(RunOptions run, Settings settings) {
    run.require(settings, Endpoint.BOOTSTRAP);
    run.require(settings, Endpoint.REGISTRY);
  }
}
