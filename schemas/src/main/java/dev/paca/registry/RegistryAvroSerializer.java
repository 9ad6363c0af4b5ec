package dev.paca.registry;

import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Writes generated classes in Confluent's wire format. The subject is {@code <topic>-value} (or
 * {@code -key}); each schema of a topic costs one call to the registry in the life of this or of
 * its {@link KnownSchemas}; null stays null. Fails with a {@link RegistryException}. One thread at
 * a time.
 *
 * <p>{@code auto.register.schemas} (the default) registers a schema that the registry does not
 * have; without it the schema must be there, or with {@code use.latest.version} the subject's
 * latest version is what is written.
 */
public final class RegistryAvroSerializer implements Serializer<SpecificRecord> {
  private SchemaRegistry registry;
  private boolean autoRegister;
  private boolean useLatest;
  private String suffix = "-value";
  private KnownSchemas known = new KnownSchemas();
  private final Map<String, Map<Schema, FramedWriter>> writers = new HashMap<>();

  /** For Kafka, which calls {@link #configure}. */
  public RegistryAvroSerializer() {}

  /** Ready for use, registering; several serdes may share one registry. */
  public RegistryAvroSerializer(SchemaRegistry registry) {
    this.registry = registry;
    this.autoRegister = true;
  }

  @Override
  public void configure(Map<String, ?> configs, boolean isKey) {
    RegistryConfig config = RegistryConfig.from(configs);
    registry = new SchemaRegistry(config);
    autoRegister = config.autoRegister();
    useLatest = config.useLatest();
    suffix = isKey ? "-key" : "-value";
    known = KnownSchemas.of(configs);
  }

  @Override
  public byte[] serialize(String topic, SpecificRecord data) {
    if (data == null) {
      return null;
    }
    if (registry == null) {
      throw new ConfigException("configure() was not called: no " + RegistryConfig.URL);
    }
    return prepare(topic, data.getSchema()).write(data);
  }

  /** Asks the registry what is needed to write records of this schema, unless it is known. */
  FramedWriter prepare(String topic, Schema schema) {
    // Schema remembers its hash code, and a generated class has one schema: equality is identity.
    Map<Schema, FramedWriter> ofTopic = writers.computeIfAbsent(topic, t -> new HashMap<>());
    FramedWriter writer = ofTopic.get(schema);
    if (writer == null) {
      String subject = topic + suffix;
      writer =
          FramedWriter.as(
              known.written(subject, schema, () -> registered(subject, schema)), schema);
      ofTopic.put(schema, writer);
    }
    return writer;
  }

  /** The id to write, and the schema that it stands for: ours, or the subject's latest. */
  private SchemaRegistry.Registered registered(String subject, Schema schema) {
    if (autoRegister) {
      return new SchemaRegistry.Registered(registry.register(subject, schema), schema);
    }
    if (useLatest) {
      return registry.latest(subject).orElseThrow(() -> notRegistered(subject, "has no schema"));
    }
    return registry
        .find(subject, schema)
        .map(id -> new SchemaRegistry.Registered(id, schema))
        .orElseThrow(() -> notRegistered(subject, "does not have this " + schema.getFullName()));
  }

  private static RegistryException.Refused notRegistered(String subject, String what) {
    return new RegistryException.Refused(
        404,
        "Subject " + subject + " " + what + " and " + RegistryConfig.AUTO_REGISTER + " is false");
  }
}
