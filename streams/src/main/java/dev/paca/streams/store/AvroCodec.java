package dev.paca.streams.store;

import dev.paca.registry.RecordWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;

/**
 * Writes and reads records of one class behind a layout byte, so that a store written by an older
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
      encoder = EncoderFactory.get().binaryEncoder(begun(), encoder);
      writer.write(value, encoder);
      encoder.flush();
      return buffer.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
  }

  /**
   * Many in as few values as hold them, one behind the other: each says itself where it ends.
   *
   * @param most bytes of a value, unless one alone is larger
   */
  public List<byte[]> encodeAll(Iterable<? extends T> all, int most) {
    List<byte[]> values = new ArrayList<>();
    try {
      encoder = EncoderFactory.get().binaryEncoder(begun(), encoder);
      int full = buffer.size();
      for (T each : all) {
        writer.write(each, encoder);
        encoder.flush();
        if (buffer.size() > most && full > 1) {
          byte[] bytes = buffer.toByteArray();
          values.add(Arrays.copyOf(bytes, full));
          begun().write(bytes, full, bytes.length - full);
        }
        full = buffer.size();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    if (buffer.size() > 1) {
      values.add(buffer.toByteArray());
    }
    return values;
  }

  private ByteArrayOutputStream begun() {
    buffer.reset();
    buffer.write(LAYOUT);
    return buffer;
  }

  /** Throws {@link IllegalStateException} for bytes of another layout. */
  public T decode(byte[] bytes) {
    return decodeAll(bytes).get(0);
  }

  /** One or many; throws {@link IllegalStateException} for bytes of another layout. */
  public List<T> decodeAll(byte[] bytes) {
    if (bytes.length == 0 || bytes[0] != LAYOUT) {
      throw new IllegalStateException(
          "layout " + (bytes.length == 0 ? "none" : bytes[0]) + " instead of " + LAYOUT);
    }
    try {
      decoder = DecoderFactory.get().binaryDecoder(bytes, 1, bytes.length - 1, decoder);
      T first = reader.read(null, decoder);
      if (decoder.isEnd()) {
        return List.of(first);
      }
      List<T> all = new ArrayList<>();
      all.add(first);
      while (!decoder.isEnd()) {
        all.add(reader.read(null, decoder));
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException("the stored bytes end too early", e);
    }
  }
}
