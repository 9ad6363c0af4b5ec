package dev.paca.settings;

import dev.paca.registry.RegistryAvroDeserializer;
import dev.paca.registry.RegistryAvroSerializer;
import dev.paca.registry.RegistryConfig;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;

/** How every part reaches Kafka and the registry. */
public final class ClientSettings {
  /** The cluster. */
  public static final Setting<String> BOOTSTRAP =
      Setting.of("bootstrap", Parsers.HOSTS, "Kafka's bootstrap servers");

  /** The registry; several addresses of one registry are tried in turn. */
  public static final Setting<String> REGISTRY =
      Setting.of(
          "registry",
          text -> {
            Parsers.URLS.parse(text);
            return text;
          },
          "address of the schema registry, several with commas between");

  /** Confluent's class may stand here. */
  public static final Setting<String> VALUE_SERIALIZER =
      Setting.of("value-serializer", Parsers.CLASS_NAME, "class that writes record values")
          .or(RegistryAvroSerializer.class.getName());

  /** Confluent's class may stand here. */
  public static final Setting<String> VALUE_DESERIALIZER =
      Setting.of("value-deserializer", Parsers.CLASS_NAME, "class that reads record values")
          .or(RegistryAvroDeserializer.class.getName());

  private ClientSettings() {}

  /** All of them, to declare. */
  public static List<Setting<?>> all() {
    return List.of(BOOTSTRAP, REGISTRY, VALUE_SERIALIZER, VALUE_DESERIALIZER);
  }

  /**
   * What every Kafka client and serde gets: the cluster, the registry, and all {@code kafka.…}
   * settings, which win. Needs {@link #BOOTSTRAP}; the registry may be missing for clients that
   * write and read no Avro.
   */
  public static Map<String, Object> kafka(Settings settings) {
    Map<String, Object> properties = new TreeMap<>();
    properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, settings.get(BOOTSTRAP));
    settings.find(REGISTRY).ifPresent(url -> properties.put(RegistryConfig.URL, url));
    // Confluent's deserializer gives generic records unless told so.
    properties.put(RegistryConfig.SPECIFIC_READER, "true");
    // Nobody collects the clients' telemetry here, and asking for it costs a request each.
    properties.put(CommonClientConfigs.ENABLE_METRICS_PUSH_CONFIG, false);
    properties.putAll(settings.kafka());
    return properties;
  }

  /** A configured instance of the class that {@link #VALUE_SERIALIZER} names; one thread each. */
  public static Serializer<SpecificRecord> valueSerializer(Settings settings) {
    return valueSerializer(settings, kafka(settings));
  }

  @SuppressWarnings("unchecked")
  static Serializer<SpecificRecord> valueSerializer(
      Settings settings, Map<String, Object> properties) {
    Serializer<SpecificRecord> serializer =
        instance(
            settings,
            VALUE_SERIALIZER,
            (Class<Serializer<SpecificRecord>>) (Class<?>) Serializer.class);
    serializer.configure(properties, false);
    return serializer;
  }

  /** A configured instance of the class that {@link #VALUE_DESERIALIZER} names; one thread each. */
  public static Deserializer<SpecificRecord> valueDeserializer(Settings settings) {
    return valueDeserializer(settings, kafka(settings));
  }

  @SuppressWarnings("unchecked")
  static Deserializer<SpecificRecord> valueDeserializer(
      Settings settings, Map<String, Object> properties) {
    Deserializer<SpecificRecord> deserializer =
        instance(
            settings,
            VALUE_DESERIALIZER,
            (Class<Deserializer<SpecificRecord>>) (Class<?>) Deserializer.class);
    deserializer.configure(properties, false);
    return deserializer;
  }

  private static <T> T instance(Settings settings, Setting<String> setting, Class<T> type) {
    String name = settings.get(setting);
    try {
      return Utils.newInstance(name, type);
    } catch (ClassNotFoundException | ClassCastException | KafkaException e) {
      throw new SettingsException(
          List.of(
              "%s: %s must be a %s on the class path"
                  .formatted(setting.name(), name, type.getSimpleName())));
    }
  }
}
