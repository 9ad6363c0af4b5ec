package dev.paca.streams;

import dev.paca.streams.group.GroupProtocol;
import dev.paca.streams.routing.Holders;
import dev.paca.streams.routing.Whereabouts;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.errors.StreamsNotStartedException;
import org.apache.kafka.streams.state.HostInfo;

/**
 * The tasks of this instance. They are made after the query service listens, for the group is told
 * its address, and its port may be any free one.
 */
final class StreamTasks implements Whereabouts {
  private final AtomicReference<Made> made = new AtomicReference<>();
  private final GroupProtocol protocol;

  private record Made(KafkaStreams streams, HostInfo advertised) {}

  StreamTasks(GroupProtocol protocol) {
    this.protocol = protocol;
  }

  void made(KafkaStreams streams, HostInfo advertised) {
    made.set(new Made(streams, advertised));
  }

  Optional<KafkaStreams> streams() {
    return Optional.ofNullable(made.get()).map(Made::streams);
  }

  KafkaStreams.State state() {
    return streams().map(KafkaStreams::state).orElse(KafkaStreams.State.CREATED);
  }

  @Override
  public HostInfo self() {
    return Optional.ofNullable(made.get()).map(Made::advertised).orElse(HostInfo.unavailable());
  }

  @Override
  public Holders of(TopicPartition partition) {
    try {
      return streams()
          .map(s -> holders(s.metadataForAllStreamsClients(), partition))
          .orElse(Holders.UNKNOWN);
    } catch (StreamsNotStartedException | IllegalStateException e) {
      return Holders.UNKNOWN; // Not yet, or no more.
    }
  }

  private Holders holders(Collection<StreamsMetadata> instances, TopicPartition partition) {
    return protocol == GroupProtocol.CLASSIC
        ? Whereabouts.among(instances, partition)
        : Whereabouts.amongForgotten(instances, partition);
  }
}
