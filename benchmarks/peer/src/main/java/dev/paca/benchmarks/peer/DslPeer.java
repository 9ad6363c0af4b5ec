package dev.paca.benchmarks.peer;

import dev.paca.scoring.report.Filed;
import dev.paca.scoring.report.Report;
import dev.paca.scoring.report.ReportType;
import dev.paca.scoring.report.Revisions;
import dev.paca.scoring.tally.Placer;
import dev.paca.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.KTable;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The same in the DSL of Kafka Streams, as its documentation teaches it: a table of the latest
 * entry of every report, grouped by place and type, aggregated with an adder and a subtractor. Both
 * tables lie in RocksDB with a changelog, and between them is a repartition topic.
 */
public final class DslPeer {
  private static final int THREADS = 2;

  /** The default of Kafka Streams, said here so that it is the same with the next release. */
  private static final long CACHE_BYTES = 10 << 20;

  private DslPeer() {}

  public static void main(String[] args) throws InterruptedException {
    PeerRun run = PeerRun.of(args);
    run.make(run.output());
    CountDownLatch ended = new CountDownLatch(1);
    KafkaStreams streams = new KafkaStreams(topology(run), properties(run));
    streams.setStateListener(
        (now, before) -> {
          if (now == State.ERROR || now == State.NOT_RUNNING) {
            ended.countDown();
          }
        });
    streams.start();
    System.out.println(PeerRun.READY);
    ended.await();
    System.exit(1);
  }

  private static Properties properties(PeerRun run) {
    Properties properties = run.clients();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, run.name());
    properties.put(StreamsConfig.STATE_DIR_CONFIG, run.folder());
    properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, THREADS);
    properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, PeerRun.COMMIT_EVERY_MS);
    properties.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, CACHE_BYTES);
    properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    properties.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
    properties.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 5);
    properties.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 128 * 1024);
    return properties;
  }

  private static Topology topology(PeerRun run) {
    Placer placer = Share.placer();
    StreamsBuilder builder = new StreamsBuilder();
    KTable<String, Revisions> ledger =
        builder.stream(
                Topics.reports(), Consumed.with(reportKeys(), Serdes.ByteArray()).withName("input"))
            .processValues(() -> new Filing(run.deserializer()), Named.as("filing"))
            .groupByKey()
            .aggregate(
                () -> null,
                (key, filed, known) -> Revisions.file(Optional.ofNullable(known), filed).now(),
                Named.as("latest"),
                DslPeer.<Revisions>store("ledger")
                    .withKeySerde(Serdes.String())
                    .withValueSerde(new RevisionsSerde()));
    ledger
        .groupBy(
            (key, revisions) ->
                Share.of(placer, revisions)
                    .map(share -> KeyValue.pair(share.key(), Amounts.bytes(share.vector())))
                    .orElseGet(() -> KeyValue.pair(null, null)),
            Grouped.<String, byte[]>as("by-place")
                .withKeySerde(Serdes.String())
                .withValueSerde(Serdes.ByteArray()))
        .aggregate(
            () -> null,
            (key, amounts, known) -> {
              Sums sums = sums(key, known);
              Amounts.add(amounts, sums);
              return sums.bytes();
            },
            (key, amounts, known) -> {
              Sums sums = sums(key, known);
              Amounts.take(amounts, sums);
              return sums.bytes();
            },
            Named.as("summing"),
            DslPeer.<byte[]>store("sums")
                .withKeySerde(Serdes.String())
                .withValueSerde(Serdes.ByteArray()))
        .toStream(Named.as("changes"))
        .to(run.output(), Produced.with(Serdes.String(), Serdes.ByteArray()).withName("output"));
    return builder.build();
  }

  private static <V> Materialized<String, V, KeyValueStore<Bytes, byte[]>> store(String name) {
    return Materialized.as(name);
  }

  private static Sums sums(String key, byte[] known) {
    ReportType type = Share.type(key);
    return known == null ? Sums.none(type) : Sums.read(type, known);
  }

  /**
   * The type belongs to a report's identity and is not in its Kafka key. Taken from the topic as
   * the key is read, it costs no repartitioning: equal keys lie in equal partitions as before.
   */
  private static Serde<String> reportKeys() {
    return Serdes.serdeFrom(
        Serdes.String().serializer(),
        (topic, key) -> topic + "/" + new String(key, StandardCharsets.UTF_8));
  }

  /** Reads a report and where it was found, which decides between revisions. */
  private static final class Filing extends ContextualFixedKeyProcessor<String, byte[], Filed> {
    private final Deserializer<SpecificRecord> deserializer;

    Filing(Deserializer<SpecificRecord> deserializer) {
      this.deserializer = deserializer;
    }

    @Override
    public void process(FixedKeyRecord<String, byte[]> found) {
      RecordMetadata where = context().recordMetadata().orElseThrow();
      Report report = Report.of(deserializer.deserialize(where.topic(), found.value()));
      context()
          .forward(
              found.withValue(
                  Filed.of(report, found.timestamp(), where.partition(), where.offset())));
    }

    @Override
    public void close() {
      deserializer.close();
    }
  }
}
