package dev.paca.registry;

import java.io.IOException;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** Reads records of one writer's schema into one generated class. One thread at a time. */
final class FramedReader {
  private final Schema writer;
  private final DatumReader<? extends SpecificRecord> records;
  private BinaryDecoder decoder;

  private FramedReader(Schema writer, DatumReader<? extends SpecificRecord> records) {
    this.writer = writer;
    this.records = records;
  }

  /** Fails with {@link RegistryException.Incompatible} when the one cannot become the other. */
  static FramedReader of(Schema writer, Class<? extends SpecificRecord> type) {
    SpecificData data = SpecificData.getForClass(type);
    Schema reader = data.getSchema(type);
    var compatibility = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
    if (compatibility.getType() != SchemaCompatibilityType.COMPATIBLE) {
      throw new RegistryException.Incompatible(
          "A record of schema "
              + writer.getFullName()
              + " cannot be read as "
              + reader.getFullName()
              + ": "
              + compatibility.getResult().getIncompatibilities());
    }
    @SuppressWarnings("unchecked")
    DatumReader<? extends SpecificRecord> records =
        (DatumReader<? extends SpecificRecord>) data.createDatumReader(writer, reader);
    return new FramedReader(writer, records);
  }

  SpecificRecord read(byte[] framed) {
    decoder =
        DecoderFactory.get()
            .binaryDecoder(framed, Framing.HEADER, framed.length - Framing.HEADER, decoder);
    try {
      SpecificRecord value = records.read(null, decoder);
      // Bytes left over mean that another schema wrote them: what was read is not what was meant.
      if (!decoder.isEnd()) {
        throw unreadable("there are more bytes than one record", null);
      }
      return value;
    } catch (IOException e) {
      throw unreadable("the bytes end early or are not a value", e);
    } catch (AvroRuntimeException
        | IndexOutOfBoundsException
        | ClassCastException
        | ArithmeticException
        | IllegalArgumentException
        | java.time.DateTimeException e) {
      throw unreadable("the bytes are not a value of it", e);
    }
  }

  private RegistryException.Unreadable unreadable(String why, Exception cause) {
    return new RegistryException.Unreadable(
        "Not a record of schema " + writer.getFullName() + ": " + why, cause);
  }
}
