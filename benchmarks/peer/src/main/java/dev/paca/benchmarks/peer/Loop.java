package dev.paca.benchmarks.peer;

import dev.paca.internal.LedgerEntry;
import dev.paca.scoring.report.Filed;
import dev.paca.scoring.report.Report;
import dev.paca.scoring.report.Revisions;
import dev.paca.streams.store.AvroCodec;
import dev.paca.streams.store.LedgerEntries;
import dev.paca.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * The limit: a plain consumer's loop on one thread, without any framework.
 *
 * <ul>
 *   <li>{@code consume}: counts records
 *   <li>{@code decode}: and decodes them
 *   <li>{@code fold}: and folds them in hash maps, none of which outlives the process
 *   <li>{@code logged}: and writes what is kept of every report to a changelog, in transactions
 *       with the offsets, so that it could be restored
 * </ul>
 */
public final class Loop {
  private static final Duration POLL = Duration.ofMillis(100);
  private static final long COMMIT_EVERY = TimeUnit.MILLISECONDS.toNanos(PeerRun.COMMIT_EVERY_MS);

  private final PeerRun run;
  private final boolean decodes;
  private final boolean folds;
  private final boolean logs;
  private final Folding folding = new Folding();
  private final AvroCodec<LedgerEntry> codec = new AvroCodec<>(LedgerEntry.class);
  private final Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();

  private Loop(PeerRun run) {
    this.run = run;
    logs = run.variant().equals("logged");
    folds = logs || run.variant().equals("fold");
    decodes = folds || run.variant().equals("decode");
  }

  public static void main(String[] args) {
    PeerRun run = PeerRun.of(args);
    run.make(run.output(), changelog(run));
    new Loop(run).drain();
  }

  private void drain() {
    Properties consumers = run.clients();
    consumers.put(ConsumerConfig.GROUP_ID_CONFIG, run.name());
    consumers.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    consumers.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    consumers.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    consumers.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
    try (KafkaConsumer<byte[], byte[]> consumer =
            new KafkaConsumer<>(
                consumers, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        KafkaProducer<byte[], byte[]> producer = producer();
        Deserializer<SpecificRecord> deserializer = run.deserializer()) {
      consumer.subscribe(Topics.reports());
      System.out.println(PeerRun.READY);
      long committed = System.nanoTime();
      boolean open = false;
      while (!Thread.currentThread().isInterrupted()) {
        for (ConsumerRecord<byte[], byte[]> found : consumer.poll(POLL)) {
          if (!open) {
            producer.beginTransaction();
            open = true;
          }
          take(found, producer, deserializer);
        }
        if (open && System.nanoTime() - committed >= COMMIT_EVERY) {
          folding.changes(
              (key, sums) ->
                  producer.send(
                      new ProducerRecord<>(
                          run.output(), key.getBytes(StandardCharsets.UTF_8), sums.bytes())));
          producer.sendOffsetsToTransaction(offsets, consumer.groupMetadata());
          producer.commitTransaction();
          offsets.clear();
          open = false;
          committed = System.nanoTime();
        }
      }
    }
  }

  private KafkaProducer<byte[], byte[]> producer() {
    Properties producers = run.clients();
    producers.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, run.name());
    producers.put(ProducerConfig.LINGER_MS_CONFIG, 5);
    producers.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
    KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(producers, new ByteArraySerializer(), new ByteArraySerializer());
    producer.initTransactions();
    return producer;
  }

  private void take(
      ConsumerRecord<byte[], byte[]> found,
      KafkaProducer<byte[], byte[]> producer,
      Deserializer<SpecificRecord> deserializer) {
    offsets.put(
        new TopicPartition(found.topic(), found.partition()),
        new OffsetAndMetadata(found.offset() + 1));
    if (!decodes) {
      return;
    }
    Report report = Report.of(deserializer.deserialize(found.topic(), found.value()));
    if (folds) {
      folding
          .file(Filed.of(report, found.timestamp(), found.partition(), found.offset()))
          .filter(now -> logs)
          .ifPresent(now -> log(found, now, producer));
    }
  }

  private void log(
      ConsumerRecord<byte[], byte[]> found, Revisions now, KafkaProducer<byte[], byte[]> producer) {
    producer.send(
        new ProducerRecord<>(changelog(run), found.key(), codec.encode(LedgerEntries.entry(now))));
  }

  private static String changelog(PeerRun run) {
    return run.name() + "-changelog";
  }
}
