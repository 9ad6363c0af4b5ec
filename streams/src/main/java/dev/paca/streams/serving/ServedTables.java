package dev.paca.streams.serving;

import dev.paca.scoring.province.Provinces;
import dev.paca.streams.http.Coverage;
import dev.paca.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads {@code paca.internal.serving} from its beginning (committed records only) and keeps the
 * latest {@link Served}. One thread; readers never wait for it.
 */
public final class ServedTables implements Coverage, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ServedTables.class);
  private static final TopicPartition PARTITION = new TopicPartition(Topics.SERVING, 0);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration ASK_EVERY = Duration.ofSeconds(1);
  private static final Duration ANSWER = Duration.ofSeconds(2);

  private final Consumer<byte[], byte[]> consumer;
  private final Thread thread;
  private final ServedBuilder builder;
  private final ConcurrentLinkedQueue<Waiting> waiting = new ConcurrentLinkedQueue<>();
  private volatile Served current = Served.NOTHING;
  private final CountDownLatch hydrated = new CountDownLatch(1);
  private volatile boolean closed;
  private volatile OptionalLong heardAt = OptionalLong.empty();
  private volatile OptionalLong behind = OptionalLong.empty();
  private volatile Optional<String> trouble = Optional.empty();

  private record Waiting(
      Function<Served, Map<String, Long>> covers,
      Map<TopicPartition, Long> offsets,
      CompletableFuture<Map<TopicPartition, Long>> answer) {

    Map<TopicPartition, Long> missing(Served served) {
      Map<TopicPartition, Long> missing = new HashMap<>();
      offsets.forEach(
          (partition, offset) -> {
            if (covers.apply(served).getOrDefault(partition.toString(), 0L) <= offset) {
              missing.put(partition, offset);
            }
          });
      return missing;
    }
  }

  private ServedTables(Provinces provinces, Consumer<byte[], byte[]> consumer) {
    this.builder = new ServedBuilder(provinces);
    this.consumer = consumer;
    this.thread = new Thread(this::run, "served-tables");
    thread.setDaemon(true);
  }

  /** Starts reading and returns at once. */
  public static ServedTables start(Provinces provinces, Map<String, Object> clientSettings) {
    Map<String, Object> config = new HashMap<>(clientSettings);
    config.put(
        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
        IsolationLevel.READ_COMMITTED.name().toLowerCase(Locale.ROOT));
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    // One byte is enough to answer: the flush behind it should be seen at once.
    config.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 1);
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    ServedTables tables =
        new ServedTables(
            provinces,
            new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer()));
    tables.thread.start();
    return tables;
  }

  private void run() {
    consumer.assign(List.of(PARTITION));
    consumer.seekToBeginning(List.of(PARTITION));
    long end = -1;
    while (!closed) {
      try {
        if (end < 0) {
          end = consumer.endOffsets(List.of(PARTITION)).get(PARTITION);
        }
        ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
        for (ConsumerRecord<byte[], byte[]> record : records) {
          if (record.value() == null) {
            builder.retract(new String(record.key(), StandardCharsets.UTF_8));
          } else {
            builder.apply(record.value()).ifPresent(this::publish);
          }
        }
        behind = consumer.currentLag(PARTITION);
        if (consumer.position(PARTITION) >= end) {
          hydrated.countDown();
        }
        if (records.isEmpty()) {
          ask();
        } else {
          heard();
        }
      } catch (WakeupException e) {
        LOG.debug("woken up to close");
      } catch (KafkaException e) {
        if (trouble.isEmpty()) {
          LOG.warn("the serving topic cannot be read at the moment: {}", e.getMessage());
        }
        trouble = Optional.of("the serving topic cannot be read at the moment");
      }
    }
    consumer.close();
  }

  /** A consumer says nothing of brokers that are gone, so a quiet topic is asked for its end. */
  private void ask() {
    long asked = System.nanoTime();
    if (heardAt.isPresent() && asked - heardAt.getAsLong() < ASK_EVERY.toNanos()) {
      return;
    }
    try {
      long now = consumer.endOffsets(List.of(PARTITION), ANSWER).get(PARTITION);
      if (consumer.position(PARTITION) >= now) {
        heard();
      }
    } catch (TimeoutException e) {
      trouble = Optional.of("the brokers do not answer");
    }
  }

  private void heard() {
    heardAt = OptionalLong.of(System.nanoTime());
    trouble = Optional.empty();
  }

  private void publish(Served served) {
    current = served;
    waiting.removeIf(each -> each.missing(served).isEmpty() && each.answer().complete(Map.of()));
  }

  /** The latest state; {@link Served#NOTHING} before the first. */
  public Served current() {
    return current;
  }

  /** Whether everything that was there at the start has been read; stays true. */
  public boolean hydrated() {
    return hydrated.getCount() == 0;
  }

  /** Waits until then; false when it took longer. */
  public boolean awaitHydrated(Duration patience) {
    try {
      return hydrated.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * How long ago this held everything that was committed, by no clock that anybody can set; empty
   * before the first time.
   */
  public Optional<Duration> age() {
    OptionalLong at = heardAt;
    return at.isPresent()
        ? Optional.of(Duration.ofNanos(Math.max(0, System.nanoTime() - at.getAsLong())))
        : Optional.empty();
  }

  /** Records of the serving topic that are there and not read; empty before it is known. */
  public OptionalLong behind() {
    return behind;
  }

  /** What keeps it from reading at the moment. */
  public Optional<String> trouble() {
    return trouble;
  }

  @Override
  public CompletionStage<Map<TopicPartition, Long>> uncovered(
      Map<TopicPartition, Long> offsets, Duration deadline) {
    return uncovered(new Waiting(Served::covers, offsets, new CompletableFuture<>()), deadline);
  }

  @Override
  public Coverage ofFreshness() {
    return (offsets, deadline) ->
        uncovered(
            new Waiting(served -> served.freshness().covers(), offsets, new CompletableFuture<>()),
            deadline);
  }

  private CompletionStage<Map<TopicPartition, Long>> uncovered(Waiting asked, Duration deadline) {
    waiting.add(asked);
    // Looked at after it was added: a state published in between completes it or is seen here.
    if (asked.missing(current).isEmpty()) {
      asked.answer().complete(Map.of());
    }
    return asked
        .answer()
        .thenApply(done -> Map.<TopicPartition, Long>of())
        .toCompletableFuture()
        .completeOnTimeout(null, Math.max(1, deadline.toMillis()), TimeUnit.MILLISECONDS)
        .thenApply(done -> done != null ? done : asked.missing(current))
        .whenComplete((done, e) -> waiting.remove(asked));
  }

  @Override
  public void close() {
    closed = true;
    consumer.wakeup();
    try {
      thread.join(5_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
