package dev.paca.producers.files;

import dev.paca.producers.form.Entry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;

/** The first sheet of a workbook, streamed. */
final class XlsxRows implements Rows {
  private final ReadableWorkbook workbook;
  private final Stream<org.dhatim.fastexcel.reader.Row> stream;
  private final Iterator<org.dhatim.fastexcel.reader.Row> rows;
  private long number;

  private XlsxRows(ReadableWorkbook workbook) throws IOException {
    this.workbook = workbook;
    this.stream = workbook.getFirstSheet().openStream();
    this.rows = stream.iterator();
  }

  static XlsxRows open(Path file) throws IOException, UnreadableFile {
    ReadableWorkbook workbook = null;
    try {
      workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
      return new XlsxRows(workbook);
    } catch (IOException | RuntimeException malformed) {
      if (workbook != null) {
        workbook.close();
      }
      throw new UnreadableFile(1, "is not a readable XLSX workbook; save it again as .xlsx");
    }
  }

  @Override
  public Optional<Row> next() throws UnreadableFile {
    try {
      while (rows.hasNext()) {
        org.dhatim.fastexcel.reader.Row next = rows.next();
        number = next.getRowNum();
        Row row = new Row(number, cells(next));
        if (!row.isBlank()) {
          return Optional.of(row);
        }
      }
      return Optional.empty();
    } catch (RuntimeException malformed) {
      // The reader wraps XML and zip errors in several exceptions of its own.
      throw new UnreadableFile(
          number + 1, "is not readable XLSX from here on; the rest of the file is not read");
    }
  }

  private static List<Entry> cells(org.dhatim.fastexcel.reader.Row row) {
    // A cell that the sheet leaves out is null.
    return row.stream().map(cell -> cell == null ? Entry.BLANK : XlsxCell.entry(cell)).toList();
  }

  @Override
  public void close() throws IOException {
    stream.close();
    workbook.close();
  }
}
