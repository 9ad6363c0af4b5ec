package dev.paca.streams.store;

import dev.paca.internal.FiledRevision;
import dev.paca.internal.LedgerEntry;
import dev.paca.registry.RecordWriter;
import dev.paca.scoring.report.Filed;
import dev.paca.scoring.report.Revisions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * Writes what is kept of a report as {@link AvroCodec} writes a {@link LedgerEntry}, but the report
 * that just arrived as it came, where its bytes are what would be written: most of the work of
 * keeping a report would be to write again what was read. Not safe for use by several threads at
 * once.
 */
public final class LedgerEntryWriter {
  private static final Schema REPORTS = FiledRevision.getClassSchema().getField("report").schema();

  private final RecordWriter<Object> reports =
      new RecordWriter<>(REPORTS, SpecificData.getForClass(LedgerEntry.class));
  private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(512);
  private BinaryEncoder encoder;

  /**
   * Layout byte, Avro {@link LedgerEntry}.
   *
   * @param arrived one of the revisions
   * @param plain its report in Avro's binary encoding by the schema of its class, if at hand
   */
  public byte[] encode(Revisions revisions, Filed arrived, Optional<ByteBuffer> plain) {
    try {
      buffer.reset();
      buffer.write(AvroCodec.LAYOUT);
      encoder = EncoderFactory.get().binaryEncoder(buffer, encoder);
      List<Filed> filed = revisions.filed();
      encoder.writeArrayStart();
      encoder.setItemCount(filed.size());
      for (Filed each : filed) {
        encoder.startItem();
        write(each, plain.filter(bytes -> each == arrived));
      }
      encoder.writeArrayEnd();
      encoder.flush();
      return buffer.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
  }

  private void write(Filed filed, Optional<ByteBuffer> plain) throws IOException {
    SpecificRecord body = filed.report().body();
    if (plain.isPresent()) {
      encoder.writeIndex(REPORTS.getIndexNamed(body.getSchema().getFullName()));
      encoder.writeFixed(plain.get());
    } else {
      reports.write(body, encoder);
    }
    encoder.writeLong(filed.revision());
    encoder.writeLong(filed.receivedAt());
    encoder.writeInt(filed.partition());
    encoder.writeLong(filed.offset());
  }
}
