package dev.paca.streams.simulation;

import dev.paca.internal.ServedCoverage;
import dev.paca.internal.ServedMessage;
import dev.paca.rejections.Rejected;
import dev.paca.streams.store.AvroCodec;
import dev.paca.topics.Topics;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/** What anybody can read of the output. */
record Reader(Broker broker) {

  /** TOPIC-PARTITION → next offset, as the serving topic said last. */
  Map<String, Long> covered() {
    AvroCodec<ServedMessage> codec = new AvroCodec<>(ServedMessage.class);
    Map<String, Long> covered = new TreeMap<>();
    for (Broker.Stored stored : committed(Topics.SERVING)) {
      if (stored.value() != null
          && codec.decode(stored.bytes()).getMessage() instanceof ServedCoverage coverage) {
        covered.clear();
        covered.putAll(coverage.getNextOffsets());
      }
    }
    return covered;
  }

  /** TOPIC-PARTITION → next offset of what is there. */
  Map<String, Long> ends(String topic) {
    Map<String, Long> ends = new TreeMap<>();
    for (int partition = 0; partition < World.PARTITIONS; partition++) {
      TopicPartition of = new TopicPartition(topic, partition);
      broker.committed(of).forEach(stored -> ends.put(of.toString(), stored.offset() + 1));
    }
    return ends;
  }

  /** Codes, in the order of the topic. */
  List<String> rejected() {
    return committed(Topics.REJECTED).stream()
        .map(stored -> ((Rejected) stored.value()).getCode())
        .toList();
  }

  <T> T last(String topic, Class<T> type) {
    List<Broker.Stored> all = committed(topic);
    return type.cast(all.get(all.size() - 1).value());
  }

  <T> List<T> all(String topic, Class<T> type) {
    return committed(topic).stream().map(stored -> type.cast(stored.value())).toList();
  }

  private List<Broker.Stored> committed(String topic) {
    return broker.committed(new TopicPartition(topic, 0));
  }
}
