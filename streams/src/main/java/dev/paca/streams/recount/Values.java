package dev.paca.streams.recount;

import dev.paca.registry.RegistryException;
import dev.paca.registry.SerdeFailure;
import dev.paca.settings.ClientSettings;
import dev.paca.settings.Settings;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;

/** Record values through the configured deserializer. */
public final class Values implements AutoCloseable {
  private final Deserializer<SpecificRecord> deserializer;

  private Values(Deserializer<SpecificRecord> deserializer) {
    this.deserializer = deserializer;
  }

  /** Through the class that the settings name, with the registry that they name. */
  public static Values open(Settings settings) {
    return new Values(ClientSettings.valueDeserializer(settings));
  }

  /**
   * What the record holds: a value, nothing, or bytes that are none, with the reason.
   *
   * @throws RegistryException when the registry is in trouble, so that nobody can tell
   */
  public Read read(ConsumerRecord<byte[], byte[]> found) {
    if (found.value() == null) {
      return new Read.Nothing();
    }
    try {
      return new Read.Value(
          deserializer.deserialize(found.topic(), found.headers(), found.value()));
    } catch (RuntimeException e) {
      RegistryException failure = SerdeFailure.of(e, found.value());
      if (failure.problem().isEmpty()) {
        throw failure; // The registry is in trouble, not the record.
      }
      return new Read.Unreadable(String.valueOf(failure.getMessage()));
    }
  }

  @Override
  public void close() {
    deserializer.close();
  }

  /** One of what a record may hold. */
  public sealed interface Read {
    record Value(SpecificRecord value) implements Read {}

    record Nothing() implements Read {}

    /**
     * @param reason why the bytes are not a value
     */
    record Unreadable(String reason) implements Read {}
  }
}
