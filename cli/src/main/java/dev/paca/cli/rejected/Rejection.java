package dev.paca.cli.rejected;

import dev.paca.rejections.FieldProblem;
import dev.paca.rejections.Rejected;
import dev.paca.scoring.report.Filed;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a list says of a record that was turned away; without its bytes, so that any number fits in
 * memory.
 *
 * @param at when it was published, by the broker
 * @param key as text
 * @param problems at least one
 */
record Rejection(
    RejectedId id, Instant at, String code, Optional<String> key, List<FieldProblem> problems) {

  static Rejection of(Rejected rejected) {
    return new Rejection(
        RejectedId.of(rejected),
        rejected.getTimestamp(),
        rejected.getCode(),
        bytes(rejected.getKey()).map(key -> new String(key, StandardCharsets.UTF_8)),
        List.copyOf(rejected.getProblems()));
  }

  /** The bytes of a key or value; empty where there were none. */
  static Optional<byte[]> bytes(ByteBuffer buffer) {
    return Optional.ofNullable(buffer)
        .map(
            some -> {
              byte[] copy = new byte[some.remaining()];
              some.duplicate().get(copy);
              return copy;
            });
  }

  /** The day in Viet Nam on which it was published. */
  LocalDate day() {
    return LocalDate.ofInstant(at, Filed.ZONE);
  }

  /** The first problem in a line. */
  String problem() {
    FieldProblem first = problems.get(0);
    return first.getField().isEmpty()
        ? first.getMessage()
        : first.getField() + ": " + first.getMessage();
  }

  /** Senders' bytes on an operator's terminal: nothing in them may steer it. */
  static String harmless(String text) {
    return text.replaceAll("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069]", "\uFFFD");
  }
}
