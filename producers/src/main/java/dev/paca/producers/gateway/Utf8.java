package dev.paca.producers.gateway;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Decodes a body strictly: a wrong byte is told, not replaced. */
final class Utf8 {
  private Utf8() {}

  /** The text, without a byte order mark; empty when the bytes are no UTF-8. */
  static Optional<String> decode(byte[] bytes) {
    try {
      String text = decoder().decode(ByteBuffer.wrap(bytes)).toString();
      return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException malformed) {
      return Optional.empty();
    }
  }

  /** Where the bytes stop being UTF-8, in words. */
  static String whereNot(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    decoder().decode(in, CharBuffer.allocate(bytes.length), true);
    int at = Math.min(in.position(), bytes.length - 1);
    return "byte %d (hex %02X) is not UTF-8".formatted(at + 1, bytes[at]);
  }

  private static CharsetDecoder decoder() {
    // A new decoder reports what is malformed unless told otherwise.
    return StandardCharsets.UTF_8.newDecoder();
  }
}
