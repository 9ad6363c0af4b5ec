package dev.paca.registry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** Writes records of one schema with one id. One thread at a time. */
final class FramedWriter {
  private final byte[] header;
  private final Schema schema;
  private final Schema target;
  private final DatumWriter<SpecificRecord> records;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
  private BinaryEncoder encoder;

  private FramedWriter(int id, Schema schema, Schema target) {
    this.header = Framing.header(id);
    this.schema = schema;
    this.target = target;
    this.records = new RecordWriter<>(schema, SpecificData.getForSchema(schema));
  }

  static FramedWriter of(int id, Schema schema) {
    return new FramedWriter(id, schema, schema);
  }

  /**
   * Writes as the subject's latest version. Versions that differ in documentation or properties
   * alone are the same bytes; others are converted, which needs the latest to be able to read ours.
   */
  static FramedWriter as(SchemaRegistry.Registered latest, Schema schema) {
    if (SchemaNormalization.toParsingForm(latest.schema())
        .equals(SchemaNormalization.toParsingForm(schema))) {
      return of(latest.id(), schema);
    }
    var compatibility = SchemaCompatibility.checkReaderWriterCompatibility(latest.schema(), schema);
    if (compatibility.getType() != SchemaCompatibilityType.COMPATIBLE) {
      throw new RegistryException.Incompatible(
          "The registry's latest version cannot hold this "
              + schema.getFullName()
              + ": "
              + compatibility.getResult().getIncompatibilities());
    }
    return new FramedWriter(latest.id(), schema, latest.schema());
  }

  byte[] write(SpecificRecord value) {
    try {
      byte[] framed = encoded(records, value);
      return target == schema ? framed : converted(framed);
    } catch (IOException | RuntimeException e) {
      throw new RegistryException.Unwritable(
          "Not a complete " + schema.getFullName() + ": " + e.getMessage(), e);
    }
  }

  private <T> byte[] encoded(DatumWriter<T> records, T value) throws IOException {
    bytes.reset();
    bytes.write(header);
    encoder = EncoderFactory.get().binaryEncoder(bytes, encoder);
    records.write(value, encoder);
    encoder.flush();
    return bytes.toByteArray();
  }

  private byte[] converted(byte[] framed) throws IOException {
    Object value =
        new GenericDatumReader<>(schema, target)
            .read(
                null,
                DecoderFactory.get()
                    .binaryDecoder(framed, Framing.HEADER, framed.length - Framing.HEADER, null));
    return encoded(new GenericDatumWriter<>(target), value);
  }
}
