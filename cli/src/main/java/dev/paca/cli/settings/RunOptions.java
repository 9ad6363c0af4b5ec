package dev.paca.cli.settings;

import dev.paca.cli.console.CommandFailed;
import dev.paca.cli.console.Console;
import dev.paca.settings.Setting;
import dev.paca.settings.Settings;
import dev.paca.settings.SettingsReader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** Where settings come from: the options that every command has. */
public final class RunOptions {
  private final Console console;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Data folder of 'paca up' (default: .paca beside the launcher).")
  private Path data;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Settings as a properties file; PACA_* variables win over it.")
  private Path config;

  public RunOptions(Console console) {
    this.console = console;
  }

  /** The data folder: as named, from the current folder, else the one beside the launcher. */
  public Path data() {
    return data == null ? console.home().resolve(".paca") : data;
  }

  /**
   * All settings, read once.
   *
   * @param options the command's own options, by the settings' names; null for one not given
   */
  public Settings settings(Map<String, ?> options) {
    Map<String, String> given = new HashMap<>();
    options.forEach((name, value) -> given.put(name, value == null ? "" : value.toString()));
    SettingsReader reader =
        Settings.declare(AllSettings.declared())
            .options(given)
            .environment(console.environment())
            .found(running(), data().resolve("endpoints.json").toString());
    if (config != null) {
      reader.file(config);
    }
    return reader.read();
  }

  /** An address that must be known: a clear line says how, when it is not. */
  public String require(Settings settings, Endpoint endpoint) {
    Setting<String> setting = endpoint.setting();
    return settings
        .find(setting)
        .orElseThrow(
            () ->
                new CommandFailed(
                    "nothing runs in %s; start it with: paca up (or name %s with --%s or %s)"
                        .formatted(data(), endpoint.words(), setting.name(), setting.env())));
  }

  private Map<String, String> running() {
    Map<String, String> found = new HashMap<>();
    EndpointsFile.in(data())
        .read()
        .forEach((endpoint, value) -> found.put(endpoint.setting().name(), value));
    return found;
  }
}
