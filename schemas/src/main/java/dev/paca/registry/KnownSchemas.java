package dev.paca.registry;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * What the registry has answered, for all serdes of one process: handed to them under {@link
 * #CONFIG}, it makes a serde that is new (a task that moved here, a thread that was replaced) know
 * what the others know, so that none of them needs the registry again. Ids never change their
 * meaning; an unknown id is not remembered here. Safe for several threads.
 */
public final class KnownSchemas {
  /** The name under which serdes look for it among their configuration. */
  public static final String CONFIG = "paca.known.schemas";

  private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();
  private final Map<Written, SchemaRegistry.Registered> written = new ConcurrentHashMap<>();

  private record Written(String subject, Schema schema) {}

  /** That of a serde's configuration, or one of its own. */
  static KnownSchemas of(Map<String, ?> configs) {
    return configs.get(CONFIG) instanceof KnownSchemas shared ? shared : new KnownSchemas();
  }

  /** The schema with this id, if it was read before. */
  Optional<Schema> schema(int id) {
    return Optional.ofNullable(schemas.get(id));
  }

  void schema(int id, Schema schema) {
    schemas.put(id, schema);
  }

  /** What records of this schema are written with under this subject; asks once. */
  SchemaRegistry.Registered written(
      String subject, Schema schema, Supplier<SchemaRegistry.Registered> registry) {
    Written key = new Written(subject, schema);
    SchemaRegistry.Registered known = written.get(key);
    if (known == null) {
      known = registry.get();
      written.put(key, known);
    }
    return known;
  }

  /**
   * Asks the registry now for what the topics' records are read and written with, so that it need
   * not be there later.
   *
   * @param configs of the serdes, with this under {@link #CONFIG}
   * @throws RegistryException.Unavailable when no registry answers
   */
  public void learn(
      Map<String, ?> configs,
      Iterable<String> read,
      Map<String, ? extends Class<? extends SpecificRecord>> writes) {
    SchemaRegistry registry = new SchemaRegistry(RegistryConfig.from(configs));
    for (String topic : read) {
      registry.latest(topic + "-value").ifPresent(latest -> schema(latest.id(), latest.schema()));
    }
    RegistryAvroSerializer serializer = new RegistryAvroSerializer();
    serializer.configure(configs, false);
    writes.forEach(
        (topic, type) -> serializer.prepare(topic, SpecificData.getForClass(type).getSchema(type)));
  }
}
