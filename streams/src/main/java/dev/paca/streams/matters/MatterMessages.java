package dev.paca.streams.matters;

import dev.paca.internal.Coverage;
import dev.paca.internal.MatterEvent;
import dev.paca.internal.MatterMessage;
import dev.paca.scoring.report.Filed;
import dev.paca.streams.store.AvroCodec;
import dev.paca.streams.store.LedgerEntries;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * Topic {@code paca.internal.matters}: UTF-8 matterId → what one report says about it; or a byte 0
 * and a partition number → coverage meant for that partition.
 */
public final class MatterMessages {
  private final AvroCodec<MatterMessage> codec = new AvroCodec<>(MatterMessage.class);

  /** A record of the topic; carried, never compared. */
  @SuppressWarnings("ArrayRecordComponent")
  public record Message(byte[] key, byte[] value) {}

  /** What matters must learn when {@code after} replaces {@code before}. */
  public List<Message> events(Optional<Filed> before, Filed after) {
    List<Message> events = new ArrayList<>(2);
    Optional<String> left = before.flatMap(MatterMessages::matter);
    Optional<String> joined = matter(after);
    if (left.isPresent() && !left.equals(joined)) {
      events.add(event(left.get(), after, Optional.empty()));
    }
    joined.ifPresent(matter -> events.add(event(matter, after, Optional.of(after))));
    return events;
  }

  /** A retracted report is on no matter. */
  private static Optional<String> matter(Filed filed) {
    return filed.report().retracted() ? Optional.empty() : filed.report().matterId();
  }

  private Message event(String matter, Filed report, Optional<Filed> says) {
    MatterEvent event =
        MatterEvent.newBuilder()
            .setMatterId(matter)
            .setReport(report.report().key().path())
            .setEntry(says.map(LedgerEntries::entry).orElse(null))
            .build();
    return new Message(
        matter.getBytes(StandardCharsets.UTF_8), codec.encode(new MatterMessage(event)));
  }

  public byte[] coverage(Coverage coverage) {
    return codec.encode(new MatterMessage(coverage));
  }

  /** A {@link MatterEvent} or a {@link Coverage}. */
  public Object decode(byte[] value) {
    return codec.decode(value).getMessage();
  }

  /** The key of a message for one partition. No matterId begins with a control character. */
  public static byte[] toPartition(int partition) {
    return ByteBuffer.allocate(5).put((byte) 0).putInt(partition).array();
  }

  /** Sends a matter's events to its partition and coverage to the one it names. */
  public static StreamPartitioner<byte[], byte[]> partitioner() {
    return (topic, key, value, partitions) ->
        Optional.of(
            java.util.Set.of(
                key[0] == 0
                    ? ByteBuffer.wrap(key).getInt(1)
                    : BuiltInPartitioner.partitionForKey(key, partitions)));
  }
}
