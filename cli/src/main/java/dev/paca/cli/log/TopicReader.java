package dev.paca.cli.log;

import dev.paca.cli.console.CommandFailed;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads one topic's committed records as bytes, each partition in its order. */
public final class TopicReader implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final String topic;
  private final Consumer<byte[], byte[]> consumer;
  private final List<TopicPartition> partitions;

  private TopicReader(
      String topic, Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
    this.topic = topic;
    this.consumer = consumer;
    this.partitions = partitions;
  }

  /** Fails in one line when brokers do not answer or the topic is not there. */
  public static TopicReader open(String topic, Map<String, Object> clients) {
    Map<String, Object> config = new HashMap<>(clients);
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Math.toIntExact(PATIENCE.toMillis()));
    Consumer<byte[], byte[]> consumer = consumer(config);
    try {
      List<TopicPartition> partitions =
          Optional.ofNullable(consumer.partitionsFor(topic)).orElse(List.of()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .sorted(Comparator.comparing(TopicPartition::partition))
              .toList();
      if (partitions.isEmpty()) {
        throw new CommandFailed("the cluster has no topic " + topic + "; try: paca topics check");
      }
      consumer.assign(partitions);
      return new TopicReader(topic, consumer, partitions);
    } catch (KafkaException e) {
      consumer.close();
      throw unreachable(config, e);
    } catch (CommandFailed e) {
      consumer.close();
      throw e;
    }
  }

  public int partitionCount() {
    return partitions.size();
  }

  /** The next offset after what is committed now, by partition. */
  public Map<Integer, Long> committedEnds() {
    Map<Integer, Long> ends = new TreeMap<>();
    consumer
        .endOffsets(partitions)
        .forEach((partition, offset) -> ends.put(partition.partition(), offset));
    return ends;
  }

  /** Reads from the start up to these ends; what is committed meanwhile is left out. */
  public void readTo(Map<Integer, Long> ends, RecordSink sink) {
    consumer.seekToBeginning(partitions);
    long silentSince = System.nanoTime();
    while (!reached(ends)) {
      int seen = 0;
      for (ConsumerRecord<byte[], byte[]> found : consumer.poll(POLL)) {
        if (found.offset() < ends.get(found.partition())) {
          sink.take(found);
        }
        seen++;
      }
      if (seen > 0) {
        silentSince = System.nanoTime();
      } else if (System.nanoTime() - silentSince > PATIENCE.toNanos()) {
        throw new CommandFailed(
            topic + " gave nothing for " + PATIENCE.toSeconds() + " s; are the brokers up?");
      }
    }
  }

  /** Follows the topic until the thread is interrupted. */
  public void follow(boolean fromBeginning, RecordSink sink) {
    if (fromBeginning) {
      consumer.seekToBeginning(partitions);
    } else {
      consumer.seekToEnd(partitions);
    }
    while (!Thread.currentThread().isInterrupted()) {
      consumer.poll(POLL).forEach(sink::take);
      sink.rest();
    }
  }

  @Override
  public void close() {
    consumer.close();
  }

  private boolean reached(Map<Integer, Long> ends) {
    return partitions.stream().allMatch(p -> consumer.position(p) >= ends.get(p.partition()));
  }

  private static Consumer<byte[], byte[]> consumer(Map<String, Object> config) {
    try {
      return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    } catch (KafkaException e) {
      throw unreachable(config, e);
    }
  }

  private static CommandFailed unreachable(Map<String, Object> config, KafkaException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return new CommandFailed(
        "cannot read from Kafka at "
            + config.get(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG)
            + ": "
            + cause.getMessage(),
        e);
  }
}
