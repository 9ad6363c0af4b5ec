package dev.paca.registry;

import java.nio.ByteBuffer;
import java.util.Optional;

/** A deserializer that knows which records are written exactly as this release writes them. */
public interface PlainRecords {
  /**
   * The record in Avro's binary encoding by the schema of the class that the topic is read into:
   * empty where it was written by another version of the schema, or was never read here.
   *
   * @param data a record of the topic that was deserialized
   * @return a view of it, not a copy
   */
  Optional<ByteBuffer> plain(String topic, byte[] data);
}
