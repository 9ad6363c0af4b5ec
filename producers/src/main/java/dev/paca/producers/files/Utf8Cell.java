package dev.paca.producers.files;

import dev.paca.problems.ProblemCode;
import dev.paca.producers.form.Entry;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Decodes one cell, given as one character for each of its bytes. */
final class Utf8Cell {
  private Utf8Cell() {}

  static Entry decode(String bytes) {
    if (bytes.chars().allMatch(c -> c < 0x80)) {
      return new Entry.Text(bytes);
    }
    byte[] raw = bytes.getBytes(StandardCharsets.ISO_8859_1);
    try {
      return new Entry.Text(strict().decode(ByteBuffer.wrap(raw)).toString());
    } catch (CharacterCodingException malformed) {
      return unreadable(raw);
    }
  }

  private static CharsetDecoder strict() {
    return StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /** Says where in the cell and which bytes, so that an editor finds them. */
  private static Entry unreadable(byte[] raw) {
    ByteBuffer in = ByteBuffer.wrap(raw);
    CharBuffer out = CharBuffer.allocate(raw.length);
    CoderResult result = strict().decode(in, out, true);
    int at = in.position();
    int length = result.isError() ? result.length() : 1;
    String hex =
        HexFormat.ofDelimiter(" ")
            .withUpperCase()
            .formatHex(raw, at, Math.min(raw.length, at + length));
    String before = out.flip().toString();
    String tail = before.substring(Math.max(0, before.length() - 20));
    return new Entry.Unreadable(
        ProblemCode.NOT_UTF8,
        "byte "
            + (at + 1)
            + " of the cell (hex "
            + hex
            + (tail.isEmpty() ? "" : ", after \"" + tail + "\"")
            + ") is not UTF-8; save the file as CSV UTF-8");
  }
}
