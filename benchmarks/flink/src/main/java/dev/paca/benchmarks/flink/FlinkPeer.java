package dev.paca.benchmarks.flink;

import dev.paca.benchmarks.peer.PeerRun;
import dev.paca.topics.Topics;
import java.util.Properties;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.TransactionNamingStrategy;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * The same on Apache Flink, in one process: keyed state with the latest entry of every report, from
 * which changes go to keyed sums by place and type, which are given out in transactions. The source
 * commits its offsets when a checkpoint is complete, so the group shows how far it is.
 */
public final class FlinkPeer {
  private static final int PARALLELISM = 2;

  private FlinkPeer() {}

  public static void main(String[] args) throws Exception {
    PeerRun run = PeerRun.of(args);
    run.make(run.output());
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.createLocalEnvironment(
            PARALLELISM, FlinkSettings.of(run.variant()).in(run.folder()));
    environment
        .fromSource(source(run), WatermarkStrategy.noWatermarks(), "reports", Arrived.TYPE)
        .keyBy(arrived -> arrived.f0, Types.STRING)
        .process(new LatestReports(run), Change.TYPE)
        .keyBy(change -> change.f0, Types.STRING)
        .transform("sums", RunningSums.TYPE, new RunningSums())
        .sinkTo(sink(run))
        .name("output");
    JobClient job = environment.executeAsync(run.name());
    System.out.println(PeerRun.READY);
    job.getJobExecutionResult().get();
  }

  private static KafkaSource<Arrived> source(PeerRun run) {
    return KafkaSource.<Arrived>builder()
        .setBootstrapServers(run.bootstrap())
        .setGroupId(run.name())
        .setTopics(Topics.reports())
        .setStartingOffsets(OffsetsInitializer.earliest())
        .setDeserializer(new Arrivals())
        .setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed")
        .setProperty(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "5000")
        .build();
  }

  private static KafkaSink<Tuple2<String, byte[]>> sink(PeerRun run) {
    Properties producers = new Properties();
    producers.put(ProducerConfig.LINGER_MS_CONFIG, "5");
    producers.put(ProducerConfig.BATCH_SIZE_CONFIG, Integer.toString(128 * 1024));
    // Longer than any checkpoint may take, shorter than the broker's longest of 15 minutes.
    producers.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, Integer.toString(600_000));
    return KafkaSink.<Tuple2<String, byte[]>>builder()
        .setBootstrapServers(run.bootstrap())
        .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
        .setTransactionalIdPrefix(run.name())
        // A new id at every checkpoint would be registered with the broker ten times a second.
        .setTransactionNamingStrategy(TransactionNamingStrategy.POOLING)
        .setKafkaProducerConfig(producers)
        .setRecordSerializer(new Output(run.output()))
        .build();
  }
}
