package dev.paca.registry;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.AvroTypeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;
import org.apache.avro.SchemaCompatibility.SchemaIncompatibilityType;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** Reads records of one writer's schema into one generated class. One thread at a time. */
final class FramedReader {
  static {
    TrustedRecords.trust();
  }

  /**
   * What only some records of a writer suffer from: a word that we do not know yet, or no value
   * (many tools write every field as nullable) where we demand one. The others are good reports.
   */
  private static final Set<SchemaIncompatibilityType> SOME_RECORDS =
      EnumSet.of(
          SchemaIncompatibilityType.MISSING_ENUM_SYMBOLS,
          SchemaIncompatibilityType.MISSING_UNION_BRANCH,
          SchemaIncompatibilityType.TYPE_MISMATCH);

  private final Schema writer;
  private final DatumReader<? extends SpecificRecord> records;
  private final int[] lists;
  private final boolean plain;
  private BinaryDecoder decoder;

  private FramedReader(
      Schema writer, Schema reader, DatumReader<? extends SpecificRecord> records) {
    this.writer = writer;
    this.records = records;
    this.lists =
        reader.getFields().stream()
            .filter(field -> field.schema().getType() == Schema.Type.ARRAY)
            .mapToInt(Schema.Field::pos)
            .toArray();
    this.plain =
        SchemaNormalization.toParsingForm(writer).equals(SchemaNormalization.toParsingForm(reader));
  }

  /** Whether writer and reader have the same fields in the same order, so that bytes are alike. */
  boolean plain() {
    return plain;
  }

  /** Fails with {@link RegistryException.Incompatible} when no record could become one. */
  static FramedReader of(Schema writer, Class<? extends SpecificRecord> type) {
    SpecificData data = SpecificData.getForClass(type);
    Schema reader = data.getSchema(type);
    List<Incompatibility> differences =
        SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
            .getResult()
            .getIncompatibilities();
    for (Incompatibility difference : differences) {
      if (writer.getType() != Schema.Type.RECORD || !SOME_RECORDS.contains(difference.getType())) {
        throw new RegistryException.Incompatible(
            "Records of schema %s cannot be read as %s: %s at %s"
                .formatted(
                    writer.getFullName(),
                    reader.getFullName(),
                    difference.getMessage(),
                    difference.getLocation()));
      }
    }
    @SuppressWarnings("unchecked")
    DatumReader<? extends SpecificRecord> records =
        (DatumReader<? extends SpecificRecord>) data.createDatumReader(writer, reader);
    return new FramedReader(writer, reader, records);
  }

  SpecificRecord read(byte[] framed) {
    decoder =
        DecoderFactory.get()
            .binaryDecoder(framed, Framing.HEADER, framed.length - Framing.HEADER, decoder);
    SpecificRecord value;
    try {
      value = records.read(null, decoder);
    } catch (AvroTypeException e) {
      throw new RegistryException.Incompatible(
          "This record of schema " + writer.getFullName() + " cannot be read: " + e.getMessage());
    } catch (IOException | RuntimeException e) {
      throw unreadable("the bytes end early or are not values of it", e);
    }
    if (remaining()) {
      throw unreadable("there are more bytes than one record", null);
    }
    return withPlainLists(value);
  }

  // Avro's own arrays compare by a model that knows no decimals: asking whether two rankings that
  // were read are equal would throw.
  private SpecificRecord withPlainLists(SpecificRecord value) {
    for (int field : lists) {
      value.put(field, new ArrayList<>((List<?>) value.get(field)));
    }
    return value;
  }

  // Bytes left over mean that another schema wrote them: what was read is not what was meant.
  private boolean remaining() {
    try {
      return !decoder.isEnd();
    } catch (IOException e) {
      throw unreadable("the bytes cannot be read", e);
    }
  }

  private RegistryException.Unreadable unreadable(String why, Exception cause) {
    return new RegistryException.Unreadable(
        "Not a record of schema " + writer.getFullName() + ": " + why, cause);
  }
}
