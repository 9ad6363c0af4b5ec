package dev.paca.streams.intake;

import dev.paca.problems.Problem;
import dev.paca.rejections.FieldProblem;
import dev.paca.rejections.Rejected;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;

/** Builds what {@code paca.rejected} says about a record that is turned away. */
public final class Rejections {
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
    Problem first = problems.get(0);
    return Rejected.newBuilder()
        .setTopic(topic)
        .setPartition(partition)
        .setOffset(offset)
        .setTimestamp(Instant.ofEpochMilli(timestamp))
        .setCode(first.code().name())
        .setMessage(first.message())
        .setProblems(
            problems.stream()
                .map(p -> new FieldProblem(p.field(), p.code().name(), p.message()))
                .toList())
        .setKey(key == null ? null : ByteBuffer.wrap(key))
        .setValue(value == null ? null : ByteBuffer.wrap(value))
        .build();
  }

  /** {@code TOPIC/PARTITION/OFFSET}. */
  public static String key(Rejected rejected) {
    return rejected.getTopic() + "/" + rejected.getPartition() + "/" + rejected.getOffset();
  }
}
