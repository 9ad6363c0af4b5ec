package dev.paca.scoring.rubric;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A rubric file's bytes as text. Vietnamese in an old code page (Windows-1258, TCVN3) is the usual
 * reason why there is none.
 *
 * @param text empty when there is a problem
 */
public record RubricText(String text, Optional<RubricProblem> problem) {
  /** No rubric is this large; a request or a file that is may be refused before it is read. */
  public static final int MAX_BYTES = 500_000;

  public static RubricText of(byte[] file) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer bytes = ByteBuffer.wrap(file);
    CharBuffer text = CharBuffer.allocate(file.length);
    CoderResult result = decoder.decode(bytes, text, true);
    text.flip();
    return result.isError()
        ? new RubricText("", Optional.of(notUtf8(text.toString(), file[bytes.position()])))
        : new RubricText(text.toString(), Optional.empty());
  }

  private static RubricProblem notUtf8(String before, byte found) {
    return at(
        before,
        "the byte 0x%02X is not UTF-8; save the file as UTF-8, not as UTF-16 or in an older code page"
                .formatted(found)
            + " such as Windows-1258");
  }

  /** A problem right behind this text. */
  static RubricProblem at(String before, String message) {
    String text = before.replace("\r\n", "\n").replace('\r', '\n');
    int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
    String row = text.substring(text.lastIndexOf('\n') + 1);
    // The mark at the start of a file that some editors write is no character of it.
    int bom = line == 1 && row.startsWith("\ufeff") ? 1 : 0;
    return new RubricProblem(line, row.codePointCount(0, row.length()) - bom + 1, message);
  }
}
