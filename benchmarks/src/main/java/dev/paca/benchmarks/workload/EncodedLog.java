package dev.paca.benchmarks.workload;

import dev.paca.scoring.report.Filed;
import dev.paca.scoring.report.Report;
import dev.paca.scoring.report.ReportType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/**
 * Filed reports as Avro bytes, so that they can arrive as they do from Kafka: as new objects, in
 * the processor's cache, their strings never hashed before.
 */
public final class EncodedLog {
  private record Entry(ReportType type, long receivedAt, byte[] body) {}

  private final List<Entry> entries = new ArrayList<>();
  private final Map<ReportType, SpecificDatumReader<SpecificRecord>> readers =
      new EnumMap<>(ReportType.class);

  public EncodedLog(List<Filed> log) {
    for (ReportType type : ReportType.values()) {
      readers.put(type, new SpecificDatumReader<>(type.schema()));
    }
    for (Filed filed : log) {
      Report report = filed.report();
      entries.add(new Entry(report.type(), filed.receivedAt(), encoded(report)));
    }
  }

  private static byte[] encoded(Report report) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    try {
      new SpecificDatumWriter<SpecificRecord>(report.type().schema()).write(report.body(), encoder);
      encoder.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return bytes.toByteArray();
  }

  public int size() {
    return entries.size();
  }

  /** Decodes the reports at the offsets {@code from} to {@code to}, {@code to} excluded. */
  public List<Filed> read(int from, int to) {
    List<Filed> filed = new ArrayList<>(to - from);
    for (int offset = from; offset < to; offset++) {
      Entry entry = entries.get(offset);
      filed.add(Filed.of(Report.of(decoded(entry)), entry.receivedAt(), 0, offset));
    }
    return filed;
  }

  private SpecificRecord decoded(Entry entry) {
    try {
      return readers
          .get(entry.type())
          .read(null, DecoderFactory.get().binaryDecoder(entry.body(), null));
    } catch (IOException e) {
      throw new UncheckedIOException("the bytes of a report end too early", e);
    }
  }
}
