package dev.paca.streams.recount;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
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
  private final Object bootstrap;

  private TopicReader(
      String topic,
      Consumer<byte[], byte[]> consumer,
      List<TopicPartition> partitions,
      Object bootstrap) {
    this.topic = topic;
    this.bootstrap = bootstrap;
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
    // Behind a transaction's last record stands its marker, which is fetched as nothing: by default
    // the broker would wait half a second for something more.
    config.putIfAbsent(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, "50");
    config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Math.toIntExact(PATIENCE.toMillis()));
    Consumer<byte[], byte[]> consumer = consumer(config);
    try {
      List<TopicPartition> partitions =
          Optional.ofNullable(consumer.partitionsFor(topic)).orElse(List.of()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .sorted(Comparator.comparing(TopicPartition::partition))
              .toList();
      if (partitions.isEmpty()) {
        throw new InputUnavailable(
            "the cluster has no topic " + topic + "; try: paca topics check");
      }
      consumer.assign(partitions);
      return new TopicReader(
          topic, consumer, partitions, config.get(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG));
    } catch (KafkaException e) {
      consumer.close();
      throw unreachable(config.get(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG), e);
    } catch (InputUnavailable e) {
      consumer.close();
      throw e;
    }
  }

  public int partitionCount() {
    return partitions.size();
  }

  /** The next offset after what is committed now, by partition. */
  public Map<Integer, Long> committedEnds() {
    return asking(
        () -> {
          Map<Integer, Long> ends = new TreeMap<>();
          consumer
              .endOffsets(partitions)
              .forEach((partition, offset) -> ends.put(partition.partition(), offset));
          return ends;
        });
  }

  /** As {@link #committedEnds()}, but no further than the first record later than {@code at}. */
  public Map<Integer, Long> committedEnds(Instant at) {
    Map<Integer, Long> ends = committedEnds();
    Map<TopicPartition, Long> later = new HashMap<>();
    partitions.forEach(partition -> later.put(partition, firstMillisAfter(at)));
    asking(() -> consumer.offsetsForTimes(later))
        .forEach(
            (partition, first) -> {
              if (first != null) { // Kafka's word for: nothing is later.
                ends.merge(partition.partition(), first.offset(), Math::min);
              }
            });
    return ends;
  }

  /** Reads from the start up to these ends; what is committed meanwhile is left out. */
  public void readTo(Map<Integer, Long> ends, RecordSink sink) {
    consumer.resume(partitions);
    consumer.seekToBeginning(partitions);
    long silentSince = System.nanoTime();
    while (!asking(() -> reached(ends))) {
      int seen = 0;
      for (ConsumerRecord<byte[], byte[]> found : asking(() -> consumer.poll(POLL))) {
        if (found.offset() < ends.get(found.partition())) {
          sink.take(found);
        }
        seen++;
      }
      if (seen > 0) {
        silentSince = System.nanoTime();
      } else if (System.nanoTime() - silentSince > PATIENCE.toNanos()) {
        throw new InputUnavailable(
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
      asking(() -> consumer.poll(POLL)).forEach(sink::take);
      sink.rest();
    }
  }

  @Override
  public void close() {
    consumer.close();
  }

  private boolean reached(Map<Integer, Long> ends) {
    List<TopicPartition> done =
        partitions.stream().filter(p -> consumer.position(p) >= ends.get(p.partition())).toList();
    consumer.pause(done); // So that nothing behind its end is fetched while others go on.
    return done.size() == partitions.size();
  }

  // Kafka knows no time before 1970, and offsets are asked for by whole milliseconds.
  private static long firstMillisAfter(Instant at) {
    if (at.isBefore(Instant.EPOCH)) {
      return 0;
    }
    Instant last = Instant.ofEpochMilli(Long.MAX_VALUE - 1);
    return (at.isAfter(last) ? last : at).toEpochMilli() + 1;
  }

  private <T> T asking(Supplier<T> question) {
    try {
      return question.get();
    } catch (KafkaException e) {
      throw unreachable(bootstrap, e);
    }
  }

  private static Consumer<byte[], byte[]> consumer(Map<String, Object> config) {
    try {
      return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    } catch (KafkaException e) {
      throw unreachable(config.get(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG), e);
    }
  }

  private static InputUnavailable unreachable(Object bootstrap, KafkaException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return new InputUnavailable(
        "cannot read from Kafka at " + bootstrap + ": " + cause.getMessage(), e);
  }
}
