package dev.paca.streams.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.internal.LedgerEntry;
import dev.paca.scoring.report.Filed;
import dev.paca.scoring.report.Report;
import dev.paca.scoring.report.Revisions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class LedgerEntryWriterTest {
  private final AvroCodec<LedgerEntry> codec = new AvroCodec<>(LedgerEntry.class);
  private final LedgerEntryWriter writer = new LedgerEntryWriter();

  @Test
  void whatIsKeptIsTheSameWhetherTheReportIsWrittenAnewOrKeptAsItCame() throws IOException {
    for (Revisions report : LayoutSamples.reports()) {
      byte[] expected = codec.encode(LedgerEntries.entry(report));
      for (Filed arrived : report.filed()) {
        Optional<ByteBuffer> plain = Optional.of(plain(arrived.report()));

        assertThat(writer.encode(report, arrived, plain)).isEqualTo(expected);
        assertThat(writer.encode(report, arrived, Optional.empty())).isEqualTo(expected);
      }
    }
  }

  private static ByteBuffer plain(Report report) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    new SpecificDatumWriter<SpecificRecord>(report.type().schema()).write(report.body(), encoder);
    encoder.flush();
    return ByteBuffer.wrap(bytes.toByteArray());
  }
}
