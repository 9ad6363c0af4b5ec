package dev.paca.settings;

import dev.paca.registry.KnownSchemas;
import dev.paca.registry.RegistryConfig;
import dev.paca.registry.RegistryException;
import dev.paca.topics.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * The serdes of one service, of the classes that the settings name. Ours share what the registry
 * answered one of them; other people's ask each for themselves. Ours ask once and fail at once, for
 * whoever uses them tries again; a setting of the retries wins.
 */
public final class SharedSerdes {
  private final Settings settings;
  private final Map<String, Object> properties = new HashMap<>();
  private final KnownSchemas known = new KnownSchemas();

  public SharedSerdes(Settings settings) {
    this.settings = settings;
    // A stream thread that waits here holds its transaction open, and with it other readers.
    properties.put(RegistryConfig.MAX_RETRIES, "0");
    properties.put(RegistryConfig.READ_TIMEOUT_MS, "5000");
    properties.putAll(ClientSettings.kafka(settings));
    properties.put(KnownSchemas.CONFIG, known);
  }

  /** For any number of threads: a sink's serializer is used by all tasks that have the sink. */
  public Serializer<SpecificRecord> serializer() {
    return new OneAtATime(ClientSettings.valueSerializer(settings, properties));
  }

  /** One thread each. */
  public Deserializer<SpecificRecord> deserializer() {
    return ClientSettings.valueDeserializer(settings, properties);
  }

  /**
   * Asks the registry for what these topics are read with and those are written with.
   *
   * @throws RegistryException when it does not answer, or refuses
   */
  public void learn(List<String> read, List<String> written) {
    Map<String, Class<? extends SpecificRecord>> types = new HashMap<>();
    written.forEach(topic -> types.put(topic, Topics.valueClass(topic).orElseThrow()));
    known.learn(properties, read, types);
  }

  private record OneAtATime(Serializer<SpecificRecord> serializer)
      implements Serializer<SpecificRecord> {

    @Override
    public byte[] serialize(String topic, SpecificRecord value) {
      synchronized (serializer) {
        return serializer.serialize(topic, value);
      }
    }

    @Override
    public byte[] serialize(String topic, Headers headers, SpecificRecord value) {
      synchronized (serializer) {
        return serializer.serialize(topic, headers, value);
      }
    }

    @Override
    public void close() {
      serializer.close();
    }
  }
}
