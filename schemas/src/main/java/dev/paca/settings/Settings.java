package dev.paca.settings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The configuration of one run, read and checked once. */
public final class Settings {
  /** Prefix of a setting that is passed on to every Kafka client and serde. */
  public static final String KAFKA_PREFIX = "kafka.";

  private static final String MASK = "***";

  private final Map<Setting<?>, Given<?>> given;
  private final Map<String, SourcedText> kafka;
  private final List<String> unknownVariables;

  /** A text and where it stood. */
  record SourcedText(String text, String origin) {}

  /** A value, the text that it was made of, and where that stood. */
  record Given<T>(T value, SourcedText source) {}

  Settings(
      Map<Setting<?>, Given<?>> given,
      Map<String, SourcedText> kafka,
      List<String> unknownVariables) {
    this.given = Collections.unmodifiableMap(new LinkedHashMap<>(given));
    this.kafka = Collections.unmodifiableMap(new TreeMap<>(kafka));
    this.unknownVariables = List.copyOf(unknownVariables);
  }

  /** Starts reading; only settings that are declared here can be asked for. */
  public static SettingsReader declare(Collection<? extends Setting<?>> declared) {
    return new SettingsReader(declared);
  }

  /**
   * A setting's value.
   *
   * @throws SettingsException when it is neither set nor has a default
   */
  public <T> T get(Setting<T> setting) {
    return find(setting).orElseThrow(() -> new SettingsException(List.of(missing(setting))));
  }

  /** A setting's value or default; empty where there is neither. */
  @SuppressWarnings("unchecked")
  public <T> Optional<T> find(Setting<T> setting) {
    if (!given.containsKey(setting)) {
      throw new IllegalArgumentException("Setting " + setting.name() + " was not declared");
    }
    return Optional.ofNullable((Given<T>) given.get(setting)).map(Given::value);
  }

  /** Fails with all that are neither set nor have a default. */
  public void require(Setting<?>... settings) {
    List<String> problems = new ArrayList<>();
    for (Setting<?> setting : settings) {
      if (find(setting).isEmpty()) {
        problems.add(missing(setting));
      }
    }
    if (!problems.isEmpty()) {
      throw new SettingsException(problems);
    }
  }

  /** Kafka client settings, without their prefix. */
  public Map<String, String> kafka() {
    Map<String, String> properties = new TreeMap<>();
    kafka.forEach((name, source) -> properties.put(name, source.text()));
    return properties;
  }

  /** Variables named {@code PACA_…} that no setting is declared for: mistyped, or another's. */
  public List<String> unknownVariables() {
    return unknownVariables;
  }

  /** Every setting, in the order of declaration, then those of Kafka; secrets masked. */
  public List<SettingValue> values() {
    List<SettingValue> values = new ArrayList<>();
    given.forEach((setting, value) -> values.add(shown(setting, Optional.ofNullable(value))));
    kafka.forEach(
        (name, source) ->
            values.add(
                new SettingValue(
                    KAFKA_PREFIX + name,
                    kafkaVariable(name),
                    "passed on to Kafka's clients",
                    Optional.of(isKafkaSecret(name) ? MASK : source.text()),
                    Optional.empty(),
                    source.origin())));
    return values;
  }

  private static SettingValue shown(Setting<?> setting, Optional<Given<?>> value) {
    return new SettingValue(
        setting.name(),
        setting.env(),
        setting.description(),
        value.map(given -> setting.secret() ? MASK : given.source().text()),
        setting.fallback(),
        value.map(given -> given.source().origin()).orElse("not set"));
  }

  static String missing(Setting<?> setting) {
    return "%s is not set (%s): set %s, or %s in the configuration file"
        .formatted(setting.name(), setting.description(), setting.env(), setting.name());
  }

  static String kafkaVariable(String name) {
    return "PACA_KAFKA_" + name.toUpperCase(Locale.ROOT).replace('.', '_');
  }

  // Whatever carries or may carry a credential, Kafka's own and the registry's.
  private static boolean isKafkaSecret(String name) {
    return name.matches(".*(password|secret|jaas|user\\.info|token|\\.key$|keystore\\.key).*");
  }
}
