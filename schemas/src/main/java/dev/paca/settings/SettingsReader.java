package dev.paca.settings;

import dev.paca.settings.Settings.Given;
import dev.paca.settings.Settings.SourcedText;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;

/** Collects a run's configuration from its sources; an earlier source wins over a later one. */
public final class SettingsReader {
  private static final String VARIABLE_PREFIX = "PACA_";
  private static final String KAFKA_VARIABLE_PREFIX = "PACA_KAFKA_";

  private final List<Setting<?>> declared;
  private final Map<String, SourcedText> options = new TreeMap<>();
  private final Map<String, SourcedText> environment = new TreeMap<>();
  private final Map<String, SourcedText> file = new TreeMap<>();
  private final Map<String, SourcedText> found = new TreeMap<>();
  private final List<String> unknownVariables = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  SettingsReader(Collection<? extends Setting<?>> declared) {
    this.declared = List.copyOf(declared);
  }

  /** Options of the command line, by the settings' names; the strongest source. */
  public SettingsReader options(Map<String, String> values) {
    values.forEach((name, text) -> options.put(name, new SourcedText(text, "option --" + name)));
    return this;
  }

  /** {@code System.getenv()}; what does not start with {@code PACA_} is ignored. */
  public SettingsReader environment(Map<String, String> variables) {
    new TreeMap<>(variables)
        .forEach(
            (variable, text) -> {
              if (variable.startsWith(VARIABLE_PREFIX)) {
                variable(variable, text);
              }
            });
    return this;
  }

  private void variable(String variable, String text) {
    SourcedText source = new SourcedText(text, "environment " + variable);
    Optional<Setting<?>> setting = named(variable);
    if (setting.isPresent()) {
      environment.put(setting.get().name(), source);
    } else if (variable.startsWith(KAFKA_VARIABLE_PREFIX)) {
      String name = variable.substring(KAFKA_VARIABLE_PREFIX.length()).toLowerCase(Locale.ROOT);
      environment.put(Settings.KAFKA_PREFIX + name.replace('_', '.'), source);
    } else {
      unknownVariables.add(variable);
    }
  }

  /** A properties file in UTF-8; each setting by its name or by its variable's name. */
  public SettingsReader file(Path path) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      problems.add("Cannot read " + path + ": " + e);
      return this;
    }
    for (String key : new TreeSet<>(properties.stringPropertyNames())) {
      line(path, key, new SourcedText(properties.getProperty(key), "file " + path + " " + key));
    }
    return this;
  }

  private void line(Path path, String key, SourcedText source) {
    if (key.startsWith(Settings.KAFKA_PREFIX)) {
      file.put(key, source);
      return;
    }
    Optional<Setting<?>> setting = named(key);
    if (setting.isEmpty()) {
      problems.add("%s: there is no setting %s%s".formatted(path, key, suggestion(key)));
    } else if (file.put(setting.get().name(), source) != null) {
      problems.add("%s: %s is set twice".formatted(path, setting.get().name()));
    }
  }

  /** What a running Paca says of itself, by the settings' names; stronger than defaults only. */
  public SettingsReader found(Map<String, String> values, String origin) {
    values.forEach((name, text) -> found.put(name, new SourcedText(text, origin)));
    return this;
  }

  /**
   * The configuration, if all is well.
   *
   * @param required what must be set or have a default
   * @throws SettingsException with every problem of every source
   */
  public Settings read(Setting<?>... required) {
    Map<Setting<?>, Given<?>> given = new LinkedHashMap<>();
    for (Setting<?> setting : declared) {
      given.put(setting, parsed(setting).orElse(null));
    }
    for (Setting<?> setting : required) {
      if (source(setting).isEmpty()) {
        problems.add(Settings.missing(setting));
      }
    }
    if (!problems.isEmpty()) {
      throw new SettingsException(problems);
    }
    return new Settings(given, kafka(), unknownVariables);
  }

  private <T> Optional<Given<T>> parsed(Setting<T> setting) {
    return source(setting)
        .flatMap(
            source -> {
              try {
                T value = setting.parser().parse(source.text().strip());
                return Optional.of(new Given<>(value, source));
              } catch (IllegalArgumentException e) {
                problems.add(wrong(setting, source, e.getMessage()));
                return Optional.empty();
              }
            });
  }

  private static String wrong(Setting<?> setting, SourcedText source, String right) {
    String text = setting.secret() ? "the secret value" : "'" + source.text() + "'";
    return "%s (%s): %s must be %s".formatted(setting.name(), source.origin(), text, right);
  }

  /** A blank value is no value: that is how an environment file takes a setting away. */
  private Optional<SourcedText> source(Setting<?> setting) {
    for (Map<String, SourcedText> source : List.of(options, environment, file, found)) {
      SourcedText text = source.get(setting.name());
      if (text != null && !text.text().isBlank()) {
        return Optional.of(text);
      }
    }
    return setting.fallback().map(text -> new SourcedText(text, "default"));
  }

  private Map<String, SourcedText> kafka() {
    Map<String, SourcedText> kafka = new TreeMap<>();
    for (Map<String, SourcedText> source : List.of(found, file, environment, options)) {
      source.forEach(
          (name, text) -> {
            if (name.startsWith(Settings.KAFKA_PREFIX)) {
              kafka.put(name.substring(Settings.KAFKA_PREFIX.length()), text);
            }
          });
    }
    return kafka;
  }

  private Optional<Setting<?>> named(String nameOrVariable) {
    for (Setting<?> setting : declared) {
      if (setting.name().equals(nameOrVariable) || setting.env().equals(nameOrVariable)) {
        return Optional.of(setting);
      }
    }
    return Optional.empty();
  }

  private String suggestion(String key) {
    String plain = plain(key);
    for (Setting<?> setting : declared) {
      if (plain(setting.name()).equals(plain) || plain(setting.env()).equals(plain)) {
        return "; did you mean " + setting.name() + "?";
      }
    }
    return "";
  }

  private static String plain(String key) {
    return key.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }
}
