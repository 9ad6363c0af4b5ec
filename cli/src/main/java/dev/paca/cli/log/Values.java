package dev.paca.cli.log;

import dev.paca.cli.console.CommandFailed;
import dev.paca.registry.RegistryException;
import dev.paca.settings.ClientSettings;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;

/** Record values through the configured deserializer. */
public final class Values implements AutoCloseable {
  private final Deserializer<?> deserializer;

  private Values(Deserializer<?> deserializer) {
    this.deserializer = deserializer;
  }

  /**
   * @param className the value deserializer's class: see {@link ClientSettings#VALUE_DESERIALIZER}
   */
  public static Values open(String className, Map<String, Object> clients) {
    try {
      Object made = Class.forName(className).getConstructor().newInstance();
      Deserializer<?> deserializer = (Deserializer<?>) made;
      deserializer.configure(clients, false);
      return new Values(deserializer);
    } catch (ReflectiveOperationException | ClassCastException e) {
      Throwable cause = e instanceof InvocationTargetException && e.getCause() != null ? e.getCause() : e;
      throw new CommandFailed("cannot use " + className + " as value deserializer: " + cause, e);
    }
  }

  /** What the record holds: a value, nothing, or bytes that are none, with the reason. */
  public Read read(ConsumerRecord<byte[], byte[]> found) {
    if (found.value() == null) {
      return new Read.Nothing();
    }
    try {
      Object value = deserializer.deserialize(found.topic(), found.headers(), found.value());
      return new Read.Value((SpecificRecord) value);
    } catch (RegistryException e) {
      if (e.problem().isEmpty()) {
        throw e; // The registry is in trouble, not the record.
      }
      return new Read.Unreadable(e.getMessage());
    } catch (SerializationException | ClassCastException e) {
      return new Read.Unreadable(String.valueOf(e.getMessage()));
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
