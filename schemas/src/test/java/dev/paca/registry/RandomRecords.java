package dev.paca.registry;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.RandomData;

/** Records of a generated class with every field drawn by chance, the same ones each time. */
final class RandomRecords {
  /** JavaScript has whole numbers up to 2^53 only. */
  private static final long LARGEST = (1L << 53) - 1;

  private RandomRecords() {}

  static List<SpecificRecord> of(Class<? extends SpecificRecord> type, int count) {
    SpecificData data = SpecificData.getForClass(type);
    Schema schema = data.getSchema(type);
    var reader = data.createDatumReader(schema, schema);
    List<SpecificRecord> records = new ArrayList<>();
    try {
      for (Object record : new RandomData(schema, count, 20221215)) {
        var bytes = new java.io.ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new GenericDatumWriter<>(schema).write(tamed(record), encoder);
        encoder.flush();
        var decoder = DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null);
        records.add(type.cast(reader.read(null, decoder)));
      }
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return records;
  }

  /** No number that JavaScript cannot hold, and no decimal of no bytes, which is none. */
  private static Object tamed(Object value) {
    if (value instanceof GenericRecord record) {
      for (Schema.Field field : record.getSchema().getFields()) {
        record.put(field.pos(), tamed(record.get(field.pos())));
      }
    } else if (value instanceof Collection<?> items) {
      items.forEach(RandomRecords::tamed);
    } else if (value instanceof Long number) {
      return number & LARGEST;
    } else if (value instanceof ByteBuffer bytes) {
      int last = bytes.hasRemaining() ? bytes.get(bytes.limit() - 1) : 0;
      return ByteBuffer.wrap(new byte[] {2, (byte) last});
    }
    return value;
  }
}
