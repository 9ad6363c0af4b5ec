package dev.paca.registry;

import java.nio.ByteBuffer;

/** Confluent's wire format: magic byte 0, the schema's id as four big-endian bytes, Avro binary. */
final class Framing {
  static final byte MAGIC = 0;
  static final int HEADER = 5;

  private Framing() {}

  static int id(byte[] record) {
    if (record.length < HEADER || record[0] != MAGIC) {
      throw new RegistryException.NotFramed(
          record.length < HEADER
              ? "A record of " + record.length + " bytes cannot hold a schema id"
              : "The first byte is "
                  + (record[0] & 0xff)
                  + " where the registry's magic byte is 0");
    }
    return ByteBuffer.wrap(record).getInt(1);
  }

  /** What is behind the header: a view. */
  static ByteBuffer body(byte[] record) {
    return ByteBuffer.wrap(record, HEADER, record.length - HEADER).slice();
  }

  static byte[] header(int id) {
    return ByteBuffer.allocate(HEADER).put(MAGIC).putInt(id).array();
  }
}
