package dev.paca.streams.topology;

import dev.paca.settings.ClientSettings;
import dev.paca.settings.Settings;
import dev.paca.streams.StreamsSettings;
import dev.paca.streams.group.GroupProtocol;
import dev.paca.topics.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.state.HostInfo;

/** Kafka Streams' own configuration, each choice with its reason. {@code kafka.…} settings win. */
public final class StreamsProperties {
  private static final Duration SILENT = Duration.ofSeconds(10);

  private StreamsProperties() {}

  /**
   * @param advertised where other instances reach this one's query service
   * @param stores what the stores are told ({@link StoreMemory#settings})
   */
  public static Properties of(Settings settings, HostInfo advertised, Map<String, Object> stores) {
    Properties properties = new Properties();
    properties.put(
        StreamsConfig.APPLICATION_ID_CONFIG, settings.get(StreamsSettings.APPLICATION_ID));
    properties.put(
        StreamsConfig.STATE_DIR_CONFIG, settings.get(StreamsSettings.STATE_DIR).toString());
    properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.get(StreamsSettings.THREADS));
    properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    properties.put(
        StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
        settings.get(StreamsSettings.COMMIT_INTERVAL).toMillis());
    properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    // Loops of poll and punctuation: a flush waits no longer for its turn than this.
    properties.put(
        StreamsConfig.POLL_MS_CONFIG,
        Math.max(1, settings.get(StreamsSettings.FLUSH_INTERVAL).toMillis() / 2));
    // What is counted does not depend on the order between topics: no task waits for one of which
    // nothing is fetched yet.
    properties.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, StreamsConfig.MAX_TASK_IDLE_MS_DISABLED);
    // No store is cached: the ledger decides on every record, and tallies are coalesced already.
    properties.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
    GroupProtocol protocol = settings.get(StreamsSettings.GROUP_PROTOCOL);
    properties.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, protocol.word());
    if (protocol == GroupProtocol.CLASSIC) {
      classic(properties, settings);
    }
    properties.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
    // A rejected record travels whole inside another one.
    properties.put(
        StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG),
        Topics.MAX_WRAPPED_BYTES);
    // Nobody sees a record before its transaction is committed, and the commit sends what waits:
    // sent earlier, it costs the brokers a request every few milliseconds.
    properties.put(
        StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG),
        settings.get(StreamsSettings.COMMIT_INTERVAL).toMillis());
    properties.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 128 * 1024);
    // Tallies and scores of one batch are much alike: a fraction of the bytes for little time.
    properties.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
    // A transaction that follows another at once finds it still being marked in some partition, and
    // is told to come again: after 100 ms, were it left as it is.
    properties.put(StreamsConfig.producerPrefix(ProducerConfig.RETRY_BACKOFF_MS_CONFIG), 10);
    // Well above the commit interval and a pause of the machine; bounds how long a dead instance's
    // open transaction can hold readers back.
    properties.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), 15_000);
    // The changelogs too are stamped by the brokers: they refuse a time more than an hour ahead of
    // theirs, and an instance whose clock is wrong shall count like any other.
    properties.put(
        StreamsConfig.topicPrefix(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG), "LogAppendTime");
    String host =
        advertised.host().contains(":") ? "[" + advertised.host() + "]" : advertised.host();
    properties.put(StreamsConfig.APPLICATION_SERVER_CONFIG, host + ":" + advertised.port());
    properties.putAll(stores);
    properties.putAll(ClientSettings.kafka(settings));
    return properties;
  }

  /** What the instances agree on among themselves; with the other protocol the brokers know it. */
  private static void classic(Properties properties, Settings settings) {
    properties.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG),
        settings.get(StreamsSettings.INSTANCE_ID));
    // A static member that does not come back is replaced after this long.
    long silent = settings.find(StreamsSettings.SESSION_TIMEOUT).orElse(SILENT).toMillis();
    properties.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), (int) silent);
    properties.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG),
        (int) (silent * 3 / 10));
    properties.put(
        StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, settings.get(StreamsSettings.STANDBYS));
    properties.put(
        StreamsConfig.ACCEPTABLE_RECOVERY_LAG_CONFIG,
        settings.get(StreamsSettings.RECOVERY_LAG).longValue());
    properties.put(
        StreamsConfig.PROBING_REBALANCE_INTERVAL_MS_CONFIG,
        settings.get(StreamsSettings.PROBING_INTERVAL).toMillis());
  }
}
