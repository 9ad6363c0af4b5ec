package dev.paca.producers.sample;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.paca.scoring.report.Report;
import dev.paca.scoring.report.ReportType;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/** Writes filings as the files that agencies hand in: a column for each field of the schema. */
final class CsvFiles {
  private static final Comparator<SpecificRecord> ORDER =
      Comparator.<SpecificRecord, String>comparing(body -> Report.of(body).key().agency())
          .thenComparing(body -> Report.of(body).key().reportId())
          .thenComparing(body -> Report.of(body).revision().orElseThrow());

  private CsvFiles() {}

  /** File name to content, one file per type, {@code audits-2022.csv}. */
  static SortedMap<String, String> of(int year, List<Filing> filings) {
    SortedMap<String, String> files = new TreeMap<>();
    for (ReportType type : ReportType.values()) {
      List<SpecificRecord> rows =
          filings.stream()
              .map(Filing::record)
              .filter(body -> body.getSchema().equals(type.schema()))
              .sorted(ORDER)
              .toList();
      files.put(type.word() + "-" + year + ".csv", file(type.schema().getFields(), rows));
    }
    return files;
  }

  private static String file(List<Schema.Field> fields, List<SpecificRecord> rows) {
    StringWriter out = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out)) {
      csv.writeRecord(fields.stream().map(Schema.Field::name).toList());
      for (SpecificRecord row : rows) {
        csv.writeRecord(fields.stream().map(field -> cell(row.get(field.pos()))).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  private static String cell(Object value) {
    if (value == null) {
      return "";
    }
    return value instanceof BigDecimal points ? points.toPlainString() : value.toString();
  }
}
