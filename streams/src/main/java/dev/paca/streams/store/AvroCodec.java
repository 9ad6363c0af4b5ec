package dev.paca.streams.store;

import dev.paca.registry.RecordWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;

/**
 * Writes and reads one record class behind a layout byte, so that a store written by an older
 * release can be told apart. Not safe for use by several threads at once.
 */
public final class AvroCodec<T extends SpecificRecord> {
  /** The layout of this release: the schemas as they are in the module {@code schemas}. */
  public static final byte LAYOUT = 1;

  private final RecordWriter<T> writer;
  private final SpecificDatumReader<T> reader;
  private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(512);
  private BinaryEncoder encoder;
  private BinaryDecoder decoder;

  public AvroCodec(Class<T> type) {
    SpecificData data = SpecificData.getForClass(type);
    Schema schema = data.getSchema(type);
    writer = new RecordWriter<>(schema, data);
    reader = new SpecificDatumReader<>(schema, schema, data);
  }

  public byte[] encode(T value) {
    try {
      buffer.reset();
      buffer.write(LAYOUT);
      encoder = EncoderFactory.get().binaryEncoder(buffer, encoder);
      writer.write(value, encoder);
      encoder.flush();
      return buffer.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
  }

  /** Throws {@link IllegalStateException} for bytes of another layout. */
  public T decode(byte[] bytes) {
    if (bytes.length == 0 || bytes[0] != LAYOUT) {
      throw new IllegalStateException(
          "layout " + (bytes.length == 0 ? "none" : bytes[0]) + " instead of " + LAYOUT);
    }
    try {
      decoder = DecoderFactory.get().binaryDecoder(bytes, 1, bytes.length - 1, decoder);
      return reader.read(null, decoder);
    } catch (IOException e) {
      throw new UncheckedIOException("the stored bytes end too early", e);
    }
  }
}
