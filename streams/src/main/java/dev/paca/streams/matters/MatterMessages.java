package dev.paca.streams.matters;

import dev.paca.internal.Coverage;
import dev.paca.internal.MatterEvent;
import dev.paca.internal.MatterMessage;
import dev.paca.scoring.report.ReportKey;
import dev.paca.scoring.report.Revisions;
import dev.paca.streams.store.AvroCodec;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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

  /**
   * What matters must learn when {@code now} replaces {@code before}.
   *
   * @param entry {@code now} as it is stored
   */
  public List<Message> events(Optional<Revisions> before, Revisions now, byte[] entry) {
    Set<String> joined = now.matterIds();
    Set<String> left = new TreeSet<>(before.map(Revisions::matterIds).orElse(Set.of()));
    left.removeAll(joined);
    List<Message> events = new ArrayList<>(2);
    left.forEach(matter -> events.add(event(matter, now.key(), null)));
    joined.stream().sorted().forEach(matter -> events.add(event(matter, now.key(), entry)));
    return events;
  }

  /**
   * @param entry null for a report that left the matter
   */
  private Message event(String matter, ReportKey report, byte[] entry) {
    MatterEvent event =
        new MatterEvent(matter, report.path(), entry == null ? null : ByteBuffer.wrap(entry));
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
            Set.of(
                key[0] == 0
                    ? ByteBuffer.wrap(key).getInt(1)
                    : BuiltInPartitioner.partitionForKey(key, partitions)));
  }
}
