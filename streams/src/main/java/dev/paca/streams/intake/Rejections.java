package dev.paca.streams.intake;

import dev.paca.problems.Problem;
import dev.paca.rejections.FieldProblem;
import dev.paca.rejections.Rejected;
import dev.paca.topics.Topics;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * Builds what {@code paca.rejected} says about a record that is turned away. It always fits there:
 * a batch as large as the input takes may hold more once it is unpacked, and what cannot be turned
 * away would stop its partition.
 */
public final class Rejections {
  static final int LONGEST_MESSAGE = 1_000;
  static final int LONGEST_KEY = 16 << 10;

  private Rejections() {}

  /**
   * @param timestamp broker time, ms
   */
  public static Rejected rejected(
      String topic,
      int partition,
      long offset,
      long timestamp,
      byte[] key,
      byte[] value,
      List<Problem> problems) {
    boolean whole = size(key) + size(value) <= Topics.MAX_INPUT_BYTES;
    byte[] keptKey = whole ? key : first(key, LONGEST_KEY);
    byte[] keptValue = whole ? value : first(value, Topics.MAX_INPUT_BYTES - LONGEST_KEY);
    String message = cut(problems.get(0).message());
    if (!whole) {
      message +=
          "; key and value have %d and %d bytes, of which the first %d and %d are here and all are"
                  .formatted(size(key), size(value), size(keptKey), size(keptValue))
              + " at its position";
    }
    return Rejected.newBuilder()
        .setTopic(topic)
        .setPartition(partition)
        .setOffset(offset)
        .setTimestamp(Instant.ofEpochMilli(timestamp))
        .setCode(problems.get(0).code().name())
        .setMessage(message)
        .setProblems(
            problems.stream()
                .map(p -> new FieldProblem(p.field(), p.code().name(), cut(p.message())))
                .toList())
        .setKey(keptKey == null ? null : ByteBuffer.wrap(keptKey))
        .setValue(keptValue == null ? null : ByteBuffer.wrap(keptValue))
        .build();
  }

  private static int size(byte[] bytes) {
    return bytes == null ? 0 : bytes.length;
  }

  private static byte[] first(byte[] bytes, int longest) {
    return size(bytes) <= longest ? bytes : Arrays.copyOf(bytes, longest);
  }

  /** Messages quote what was sent. */
  private static String cut(String message) {
    if (message.length() <= LONGEST_MESSAGE) {
      return message;
    }
    int half = LONGEST_MESSAGE / 2;
    return message.substring(0, half) + " ... " + message.substring(message.length() - half);
  }

  /** {@code TOPIC/PARTITION/OFFSET}. */
  public static String key(Rejected rejected) {
    return rejected.getTopic() + "/" + rejected.getPartition() + "/" + rejected.getOffset();
  }
}
