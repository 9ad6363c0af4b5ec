package dev.paca.streams.routing;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.state.HostInfo;

/** Where each partition is kept, as the group last agreed. */
public interface Whereabouts {
  /** So that the order is the same each time. */
  Comparator<HostInfo> BY_ADDRESS =
      Comparator.comparing(HostInfo::host).thenComparing(HostInfo::port);

  /** How other instances name this one. */
  HostInfo self();

  Holders of(TopicPartition partition);

  /** By what Kafka Streams tells of all instances. */
  static Holders among(Collection<StreamsMetadata> instances, TopicPartition partition) {
    List<StreamsMetadata> reachable = instances.stream().filter(Whereabouts::reachable).toList();
    List<HostInfo> standbys =
        reachable.stream()
            .filter(each -> each.standbyTopicPartitions().contains(partition))
            .map(StreamsMetadata::hostInfo)
            .sorted(BY_ADDRESS)
            .toList();
    return new Holders(
        reachable.stream()
            .filter(each -> each.topicPartitions().contains(partition))
            .map(StreamsMetadata::hostInfo)
            .findFirst(),
        standbys);
  }

  /**
   * The same where Kafka Streams forgets: with its protocol {@code streams} it keeps, of an
   * instance with several stream threads, only the tasks of the one it heard of last (KAFKA-20782,
   * in 4.3.1). What it says is true, and every other instance may keep the partition as well.
   */
  static Holders amongForgotten(Collection<StreamsMetadata> instances, TopicPartition partition) {
    Holders known = among(instances, partition);
    List<HostInfo> others =
        instances.stream()
            .filter(Whereabouts::reachable)
            .map(StreamsMetadata::hostInfo)
            .filter(host -> !known.owner().equals(Optional.of(host)))
            .sorted(BY_ADDRESS)
            .toList();
    return new Holders(known.owner(), known.standbys(), others);
  }

  /** Without a port: an instance that does not say where it can be asked. */
  private static boolean reachable(StreamsMetadata instance) {
    return instance.hostInfo().port() > 0;
  }
}
