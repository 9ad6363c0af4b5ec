package dev.paca.cli.certificate;

import dev.paca.streams.recount.Entry;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/**
 * One record as bytes: offset and timestamp (8 bytes each, big-endian), then key and value, each
 * with a byte that says what it is and, where it is something, its length in 4 bytes. Nothing that
 * an export does not keep.
 */
final class CanonicalRecord {
  private static final int NONE = 0;
  private static final int TEXT = 1;
  private static final int AVRO = 2;
  private static final int RAW = 3;

  private CanonicalRecord() {}

  static byte[] bytes(Entry entry) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeLong(entry.offset());
      out.writeLong(entry.timestamp());
      part(out, TEXT, entry.key().map(key -> key.getBytes(StandardCharsets.UTF_8)));
      if (entry.value().isPresent()) {
        part(out, AVRO, entry.value().map(CanonicalRecord::avro));
      } else {
        part(out, RAW, entry.bytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory takes everything", e);
    }
    return bytes.toByteArray();
  }

  private static void part(DataOutputStream out, int kind, Optional<byte[]> bytes)
      throws IOException {
    if (bytes.isEmpty()) {
      out.writeByte(NONE);
      return;
    }
    out.writeByte(kind);
    out.writeInt(bytes.get().length);
    out.write(bytes.get());
  }

  private static byte[] avro(SpecificRecord value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    try {
      new SpecificDatumWriter<SpecificRecord>(value.getSchema()).write(value, encoder);
      encoder.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("memory takes everything", e);
    }
    return bytes.toByteArray();
  }
}
