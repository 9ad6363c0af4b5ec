package dev.paca.streams.feed;

import dev.paca.registry.RegistryException;
import dev.paca.scores.ScoreChange;
import java.io.IOException;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a record that can never be read, which is passed over and logged, from trouble with the
 * registry, which passes: only the first may cost a record.
 */
final class ChangeDecoder implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ChangeDecoder.class);

  private final Deserializer<SpecificRecord> values;

  ChangeDecoder(Deserializer<SpecificRecord> values) {
    this.values = values;
  }

  /**
   * The change that a record holds; empty for one that is none.
   *
   * @throws SerializationException when the same record may be readable later
   */
  Optional<Change> decode(ConsumerRecord<byte[], byte[]> record) {
    try {
      SpecificRecord value = values.deserialize(record.topic(), record.value());
      if (value instanceof ScoreChange change) {
        return Optional.of(Change.of(record.offset(), change));
      }
      LOG.error("Offset {} of {} holds no change of a score", record.offset(), record.topic());
    } catch (SerializationException e) {
      if (mayPass(e)) {
        throw e;
      }
      LOG.error("Offset {} of {} cannot be read", record.offset(), record.topic(), e);
    }
    return Optional.empty();
  }

  private static boolean mayPass(SerializationException e) {
    if (e instanceof RegistryException trouble) {
      return trouble.problem().isEmpty();
    }
    // Confluent's deserializer says no more than this of a registry that does not answer.
    return e.getCause() instanceof IOException;
  }

  @Override
  public void close() {
    values.close();
  }
}
