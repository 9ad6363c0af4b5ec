package dev.paca.producers.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** The rows of a file from top to bottom, one at a time; empty rows are left out. */
interface Rows extends AutoCloseable {

  /**
   * The next row, empty after the last.
   *
   * @throws UnreadableFile when the rest of the file cannot be read
   */
  Optional<Row> next() throws IOException, UnreadableFile;

  @Override
  void close() throws IOException;

  /** Opens a file as what it is, whatever its name says. */
  static Rows open(Path file) throws IOException, UnreadableFile {
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(8);
    }
    if (startsWith(start, 'P', 'K', 3, 4)) {
      return XlsxRows.open(file);
    }
    if (startsWith(start, 0xD0, 0xCF, 0x11, 0xE0)) {
      throw new UnreadableFile(1, "is an old .xls file; save it as .xlsx or as CSV UTF-8");
    }
    return CsvRows.open(file);
  }

  private static boolean startsWith(byte[] start, int... signature) {
    byte[] wanted = new byte[signature.length];
    for (int i = 0; i < signature.length; i++) {
      wanted[i] = (byte) signature[i];
    }
    return start.length >= wanted.length
        && Arrays.equals(start, 0, wanted.length, wanted, 0, wanted.length);
  }
}
