package dev.paca.cli.rejected;

import dev.paca.cli.console.CommandFailed;
import dev.paca.registry.RegistryException;
import dev.paca.rejections.Rejected;
import dev.paca.rejections.Replay;
import dev.paca.scoring.report.Report;
import dev.paca.settings.ClientSettings;
import dev.paca.settings.Settings;
import dev.paca.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * The report and the record of its replay, both or neither, and of one rejected record once.
 *
 * <p>The transactional id is the rejected record's. Whoever begins a replay of it ends all that
 * were begun before: an open transaction is aborted, one that is committing is waited for. Then it
 * looks whether there is a record of a replay. So of any number at the same time exactly one
 * commits: the one that began last, unless one before it was through already, which it then sees.
 *
 * @param by who replays it
 */
record ReplayTransaction(Settings settings, String by, Optional<String> note) {
  /** The record's id follows. */
  static final String ID_PREFIX = "paca-replay-";

  /** Two records; but as long as it is open, nobody reads what comes behind them. */
  private static final int TIMEOUT_MS = 10_000;

  private static final int PATIENCE_MS = 20_000;

  /**
   * Publishes the report in the partition that its key belongs to.
   *
   * @throws AlreadyReplayed when somebody was first; nothing was published then
   */
  Replayed publish(Rejected rejected, Candidate candidate) {
    RejectedId id = RejectedId.of(rejected);
    Producer<byte[], byte[]> producer = new KafkaProducer<>(config(id), bytes(), bytes());
    try (Serializer<SpecificRecord> serializer = ClientSettings.valueSerializer(settings)) {
      Replay record = record(rejected, candidate);
      // So that the registry is asked for the schema before the transaction is open, not within.
      serializer.serialize(Topics.REPLAYS, record);
      producer.initTransactions();
      new Replays(settings).refuseAgain(id);
      producer.beginTransaction();
      Replayed replayed = send(producer, serializer, record, candidate);
      producer.commitTransaction();
      return replayed;
    } catch (RegistryException e) {
      throw e;
    } catch (KafkaException e) {
      throw failure(id, e);
    } finally {
      // Aborts what is still open.
      producer.close(Duration.ofMillis(PATIENCE_MS));
    }
  }

  /** Without the place where the report will stand. */
  private Replay record(Rejected rejected, Candidate candidate) {
    Report report = candidate.report();
    return Replay.newBuilder()
        .setRejected(RejectedId.of(rejected).toString())
        .setCode(rejected.getCode())
        .setBy(by)
        .setNote(note.orElse(null))
        .setMended(candidate.mended())
        .setTopic(report.type().topic())
        .setPartition(-1)
        .setOffset(-1)
        .setKey(report.key().kafkaKey())
        .setRevision(report.revision().isPresent() ? report.revision().getAsLong() : null)
        .build();
  }

  private static Replayed send(
      Producer<byte[], byte[]> producer,
      Serializer<SpecificRecord> serializer,
      Replay record,
      Candidate candidate) {
    RecordMetadata published =
        sent(
            producer,
            new ProducerRecord<>(record.getTopic(), utf8(record.getKey()), candidate.value()));
    Replay placed =
        Replay.newBuilder(record)
            .setPartition(published.partition())
            .setOffset(published.offset())
            .build();
    byte[] framed = serializer.serialize(Topics.REPLAYS, placed);
    RecordMetadata written =
        sent(producer, new ProducerRecord<>(Topics.REPLAYS, utf8(record.getRejected()), framed));
    return new Replayed(placed, Instant.ofEpochMilli(written.timestamp()));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static RecordMetadata sent(
      Producer<byte[], byte[]> producer, ProducerRecord<byte[], byte[]> record) {
    try {
      return producer.send(record).get(PATIENCE_MS, TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException known ? known : new KafkaException(e.getCause());
    } catch (java.util.concurrent.TimeoutException e) {
      throw new TimeoutException("no acknowledgement", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailed("interrupted; nothing was published", e);
    }
  }

  private RuntimeException failure(RejectedId id, KafkaException failure) {
    if (isFenced(failure)) {
      new Replays(settings).refuseAgain(id);
      return new CommandFailed(
          "another replay of %s began meanwhile, so this one published nothing; see: paca rejected show %s"
              .formatted(id, id),
          failure);
    }
    if (failure instanceof RecordTooLargeException) {
      return new CommandFailed(
          id + " was not replayed: it is larger than its topic takes", failure);
    }
    return new CommandFailed(
        id
            + ": the brokers at "
            + settings.get(ClientSettings.BOOTSTRAP)
            + " did not take it in time; run this again, what was committed is not replayed twice",
        failure);
  }

  private static boolean isFenced(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof ProducerFencedException
          || each instanceof InvalidProducerEpochException) {
        return true;
      }
    }
    return false;
  }

  private Map<String, Object> config(RejectedId id) {
    Map<String, Object> config = new HashMap<>();
    // A record that came compressed may be too large without.
    config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    config.putAll(ClientSettings.kafka(settings));
    config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, ID_PREFIX + id);
    config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TIMEOUT_MS);
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MS);
    config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.MAX_WRAPPED_BYTES);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    config.remove(ProducerConfig.PARTITIONER_CLASS_CONFIG);
    config.put(ProducerConfig.PARTITIONER_IGNORE_KEYS_CONFIG, false);
    return config;
  }

  private static ByteArraySerializer bytes() {
    return new ByteArraySerializer();
  }
}
