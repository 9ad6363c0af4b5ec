package dev.paca.streams.routing;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.state.HostInfo;

/** Where each partition is kept, as the group last agreed. */
public interface Whereabouts {

  /** How other instances name this one. */
  HostInfo self();

  Holders of(TopicPartition partition);

  /** By what Kafka Streams tells of all instances. */
  static Holders among(Collection<StreamsMetadata> instances, TopicPartition partition) {
    // Without a port: an instance that does not say where it can be asked.
    List<StreamsMetadata> reachable =
        instances.stream().filter(each -> each.hostInfo().port() > 0).toList();
    List<HostInfo> standbys =
        reachable.stream()
            .filter(each -> each.standbyTopicPartitions().contains(partition))
            .map(StreamsMetadata::hostInfo)
            .sorted(Comparator.comparing(HostInfo::host).thenComparing(HostInfo::port))
            .toList();
    return new Holders(
        reachable.stream()
            .filter(each -> each.topicPartitions().contains(partition))
            .map(StreamsMetadata::hostInfo)
            .findFirst(),
        standbys);
  }
}
