package dev.paca.registry;

import dev.paca.topics.Topics;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/** Registers the schemas of all topics up front, so that a fault shows before the first record. */
public final class SchemaRegistration {
  /**
   * What is kept for ever must be readable for ever: a new version must read all earlier ones, not
   * just the last.
   */
  public static final String COMPATIBILITY = "BACKWARD_TRANSITIVE";

  private SchemaRegistration() {}

  /** As {@link #registerAll(SchemaRegistry)}, with the registry of Kafka client properties. */
  public static Map<String, Integer> registerAll(Map<String, ?> properties) {
    return registerAll(new SchemaRegistry(RegistryConfig.from(properties)));
  }

  /**
   * Registers today's schema of every input and output topic and gives each subject that has no
   * compatibility of its own {@link #COMPATIBILITY}; a level that an operator chose stays. Safe to
   * repeat.
   *
   * @return subject to schema id
   * @throws RegistryException.Incompatible when a subject holds what today's schema cannot read
   */
  public static Map<String, Integer> registerAll(SchemaRegistry registry) {
    Map<String, Integer> ids = new LinkedHashMap<>();
    Topics.registered()
        .forEach(
            (topic, type) -> {
              Schema schema = SpecificData.getForClass(type).getSchema(type);
              String subject = topic + "-value";
              ids.put(subject, registry.register(subject, schema));
              if (registry.compatibility(subject).isEmpty()) {
                registry.compatibility(subject, COMPATIBILITY);
              }
            });
    return ids;
  }
}
