package dev.paca.producers.files;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Content of CSV files. */
final class Csv {
  private Csv() {}

  /** Lines, each ended, in UTF-8. */
  static byte[] text(String... lines) {
    StringBuilder text = new StringBuilder();
    for (String line : lines) {
      text.append(line).append(line.endsWith("\n") ? "" : "\n");
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  static byte[] concat(byte[] first, List<byte[]> rest) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(first);
    rest.forEach(bytes::writeBytes);
    return bytes.toByteArray();
  }
}
