package dev.paca.registry;

import dev.paca.topics.Topics;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Reads Confluent's wire format into generated classes: on one of Paca's topics into that topic's
 * class, elsewhere into the class that is named as the record's schema. A record written with an
 * earlier or later version of the schema is read as today's; null stays null.
 *
 * <p>Each schema costs one call to the registry in the life of this or of its {@link KnownSchemas};
 * an id that the registry does not know is asked for again after {@link #UNKNOWN_FOR}. Fails with a
 * {@link RegistryException}. One thread at a time, as Kafka's deserializers are used.
 */
public final class RegistryAvroDeserializer implements Deserializer<SpecificRecord>, PlainRecords {
  /**
   * How long an unknown id stays unknown without asking: long enough that a flood of garbage does
   * not become a flood of calls, short enough for a registry that is behind its own replicas.
   */
  public static final Duration UNKNOWN_FOR = Duration.ofSeconds(10);

  private final LongSupplier nanoClock;
  private SchemaRegistry registry;
  private KnownSchemas known = new KnownSchemas();
  private final Map<Integer, Long> unknownSince = new HashMap<>();
  private final Map<String, Map<Integer, FramedReader>> readers = new HashMap<>();

  /** For Kafka, which calls {@link #configure}. */
  public RegistryAvroDeserializer() {
    this.nanoClock = System::nanoTime;
  }

  /** Ready for use; several serdes may share one registry. */
  public RegistryAvroDeserializer(SchemaRegistry registry) {
    this(registry, System::nanoTime);
  }

  RegistryAvroDeserializer(SchemaRegistry registry, LongSupplier nanoClock) {
    this.registry = registry;
    this.nanoClock = nanoClock;
  }

  @Override
  public void configure(Map<String, ?> configs, boolean isKey) {
    registry = new SchemaRegistry(RegistryConfig.from(configs));
    known = KnownSchemas.of(configs);
  }

  @Override
  public SpecificRecord deserialize(String topic, byte[] data) {
    if (data == null) {
      return null;
    }
    if (registry == null) {
      throw new ConfigException("configure() was not called: no " + RegistryConfig.URL);
    }
    int id = Framing.id(data);
    Map<Integer, FramedReader> ofTopic = readers.computeIfAbsent(topic, t -> new HashMap<>());
    FramedReader reader = ofTopic.get(id);
    if (reader == null) {
      reader = reader(topic, schema(id));
      ofTopic.put(id, reader);
    }
    return reader.read(data);
  }

  @Override
  public Optional<ByteBuffer> plain(String topic, byte[] data) {
    return Optional.ofNullable(readers.getOrDefault(topic, Map.of()).get(Framing.id(data)))
        .filter(FramedReader::plain)
        .map(reader -> Framing.body(data));
  }

  private Schema schema(int id) {
    Optional<Schema> read = known.schema(id);
    if (read.isPresent()) {
      return read.get();
    }
    Long since = unknownSince.get(id);
    if (since != null && nanoClock.getAsLong() - since < UNKNOWN_FOR.toNanos()) {
      throw new RegistryException.UnknownId(id);
    }
    try {
      Schema schema = registry.schema(id);
      known.schema(id, schema);
      unknownSince.remove(id);
      return schema;
    } catch (RegistryException.UnknownId e) {
      if (unknownSince.size() >= 10_000) {
        unknownSince.clear();
      }
      unknownSince.put(id, nanoClock.getAsLong());
      throw e;
    }
  }

  private static FramedReader reader(String topic, Schema writer) {
    Class<?> type =
        Topics.valueClass(topic)
            .<Class<?>>map(c -> c)
            .orElseGet(() -> SpecificData.get().getClass(writer));
    if (type == null || !SpecificRecord.class.isAssignableFrom(type)) {
      throw new RegistryException.Incompatible(
          "There is no generated class for " + writer.getFullName());
    }
    return FramedReader.of(writer, type.asSubclass(SpecificRecord.class));
  }
}
