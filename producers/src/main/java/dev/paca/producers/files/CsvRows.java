package dev.paca.producers.files;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * CSV by RFC 4180, with LF or CRLF, with or without a byte order mark, separated by what the header
 * is separated by: commas, semicolons (spreadsheets with a Vietnamese locale write them) or tabs.
 *
 * <p>The structure is read byte by byte, as Latin-1, and each cell is decoded as UTF-8 by itself:
 * so bytes that are no UTF-8 spoil one cell and not the file.
 */
final class CsvRows implements Rows {
  private static final int LONGEST_HEADER = 64 * 1024;
  private static final int LONGEST_ROW = 1024 * 1024;

  private final CloseableIterator<CsvRecord> records;
  private long number;

  private CsvRows(InputStream in, char separator) {
    this.records =
        CsvReader.builder()
            .fieldSeparator(separator)
            .skipEmptyLines(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .maxBufferSize(LONGEST_ROW)
            .ofCsvRecord(in, StandardCharsets.ISO_8859_1)
            .iterator();
  }

  static CsvRows open(Path file) throws IOException, UnreadableFile {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), LONGEST_HEADER);
    try {
      skipByteOrderMark(in);
      return new CsvRows(in, separator(in));
    } catch (IOException | UnreadableFile failure) {
      in.close();
      throw failure;
    }
  }

  private static void skipByteOrderMark(InputStream in) throws IOException, UnreadableFile {
    in.mark(3);
    byte[] start = in.readNBytes(3);
    if (start.length >= 2 && (start[0] & 0xFF) + (start[1] & 0xFF) == 0xFF + 0xFE) {
      throw new UnreadableFile(1, "is UTF-16; save it as CSV UTF-8");
    }
    boolean mark =
        start.length == 3
            && start[0] == (byte) 0xEF
            && start[1] == (byte) 0xBB
            && start[2] == (byte) 0xBF;
    if (!mark) {
      in.reset();
    }
  }

  private static char separator(InputStream in) throws IOException {
    in.mark(LONGEST_HEADER);
    String header =
        new String(in.readNBytes(LONGEST_HEADER), StandardCharsets.ISO_8859_1)
            .lines()
            .findFirst()
            .orElse("");
    in.reset();
    char best = ',';
    for (char candidate : new char[] {';', '\t'}) {
      if (count(header, candidate) > count(header, best)) {
        best = candidate;
      }
    }
    return best;
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }

  @Override
  public Optional<Row> next() throws UnreadableFile {
    try {
      while (records.hasNext()) {
        number++;
        Row row =
            new Row(number, records.next().getFields().stream().map(Utf8Cell::decode).toList());
        if (!row.isBlank()) {
          return Optional.of(row);
        }
      }
      return Optional.empty();
    } catch (CsvParseException malformed) {
      throw new UnreadableFile(
          number + 1,
          "is not CSV from here on: a quoted cell is not closed, or goes on after its quote; this"
              + " row and the rest of the file are not read");
    }
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}
