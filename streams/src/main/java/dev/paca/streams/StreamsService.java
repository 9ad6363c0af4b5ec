package dev.paca.streams;

import dev.paca.scoring.province.Provinces;
import dev.paca.settings.ClientSettings;
import dev.paca.settings.ListenSettings;
import dev.paca.settings.Settings;
import dev.paca.streams.evidence.LocalStores;
import dev.paca.streams.feed.ScoreChangeFeed;
import dev.paca.streams.http.QueryServer;
import dev.paca.streams.http.QueryServerOptions;
import dev.paca.streams.page.Pages;
import dev.paca.streams.past.KeptSnapshots;
import dev.paca.streams.past.PastQueries;
import dev.paca.streams.recount.InputFromTopics;
import dev.paca.streams.recount.ReadingProgress;
import dev.paca.streams.rubrics.RubricHistory;
import dev.paca.streams.rubrics.RubricTable;
import dev.paca.streams.serving.Present;
import dev.paca.streams.serving.Rescoring;
import dev.paca.streams.serving.ServedQueries;
import dev.paca.streams.serving.ServedRubrics;
import dev.paca.streams.serving.ServedTables;
import dev.paca.streams.topology.InputTopics;
import dev.paca.streams.topology.PacaTopology;
import dev.paca.streams.topology.StreamsProperties;
import dev.paca.streams.topology.TopologyOptions;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One instance: the topology's tasks, the served tables and the query service. */
public final class StreamsService implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StreamsService.class);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(20);

  private final KafkaStreams streams;
  private final ServedTables tables;
  private final ScoreChangeFeed feed;
  private final ServiceReadiness readiness;
  private final QueryServer server;

  private StreamsService(
      KafkaStreams streams,
      ServedTables tables,
      ScoreChangeFeed feed,
      ServiceReadiness readiness,
      QueryServer server) {
    this.streams = streams;
    this.tables = tables;
    this.feed = feed;
    this.readiness = readiness;
    this.server = server;
  }

  /**
   * Starts and returns; {@code /health/ready} says when it can be asked.
   *
   * @param settings with {@link StreamsSettings#all()} declared
   * @throws InputTopics.WrongTopics when a topic is missing or set otherwise
   */
  public static StreamsService start(Settings settings) {
    settings.require(ClientSettings.BOOTSTRAP, ClientSettings.REGISTRY);
    Map<String, Object> clients = ClientSettings.kafka(settings);
    int partitions = InputTopics.partitions(clients);
    Provinces provinces = Provinces.standard();
    KafkaStreams streams = streams(settings, partitions, provinces);
    ServedTables tables = ServedTables.start(clients);
    ScoreChangeFeed feed = ScoreChangeFeed.start(settings);
    LocalStores stores = new LocalStores(streams, partitions);
    RubricTable published = new RubricTable(ClientSettings.valueDeserializer(settings));
    RubricHistory history = year -> published.history(year, stores.rubrics());
    ServedQueries queries = queries(settings, provinces, tables, feed, stores, history);
    ServedRubrics rubrics =
        new ServedRubrics(
            new Present(tables, stores, provinces, Clock.systemUTC()),
            provinces,
            history,
            Rescoring.NONE);
    ServiceReadiness readiness = new ServiceReadiness(streams, tables, feed);
    try {
      QueryServer server =
          QueryServer.start(
              QueryServerOptions.onPort(settings.get(StreamsSettings.HTTP_PORT))
                  .withHost(settings.get(ListenSettings.BIND))
                  .withMeters(List.of(new KafkaStreamsMetrics(streams))),
              queries,
              rubrics,
              feed,
              readiness,
              tables,
              Optional.of(config -> Pages.mount(config, queries, rubrics)));
      StreamsService service = new StreamsService(streams, tables, feed, readiness, server);
      streams.start();
      return service;
    } catch (RuntimeException e) {
      // A port that is taken, say: nothing of this instance may go on.
      feed.close();
      tables.close();
      streams.close(CLOSE_TIMEOUT);
      throw e;
    }
  }

  private static ServedQueries queries(
      Settings settings,
      Provinces provinces,
      ServedTables tables,
      ScoreChangeFeed feed,
      LocalStores stores,
      RubricHistory history) {
    Clock clock = Clock.systemUTC();
    PastQueries past =
        new PastQueries(
            new InputFromTopics(settings, ReadingProgress.NONE),
            history,
            provinces,
            feed.changes()::history,
            new KeptSnapshots(tables::current, clock),
            settings.get(StreamsSettings.PAST_RECORDS),
            clock);
    return new ServedQueries(
        new Present(tables, stores, provinces, clock), provinces, feed.changes()::history, past);
  }

  private static KafkaStreams streams(Settings settings, int partitions, Provinces provinces) {
    Topology topology =
        PacaTopology.build(
            new TopologyOptions(
                provinces,
                partitions,
                settings.get(StreamsSettings.FLUSH_INTERVAL),
                () -> ClientSettings.valueSerializer(settings),
                () -> ClientSettings.valueDeserializer(settings)));
    KafkaStreams streams = new KafkaStreams(topology, StreamsProperties.of(settings));
    streams.setUncaughtExceptionHandler(
        e -> {
          // What is not the record's fault (a broker or the registry away) is tried again from the
          // last commit; nothing of the failed transaction is seen by anybody.
          LOG.error("a stream thread failed and is replaced", e);
          return StreamThreadExceptionResponse.REPLACE_THREAD;
        });
    return streams;
  }

  /** The port of the query service. */
  public int port() {
    return server.port();
  }

  /** Whether every condition of {@code /health/ready} is met. */
  public boolean ready() {
    return readiness.checks().stream().allMatch(check -> check.ready());
  }

  /** Stops answering, then computing; the group is left, so that others take over at once. */
  @Override
  public void close() {
    server.close();
    feed.close();
    tables.close();
    streams.close(
        CloseOptions.timeout(CLOSE_TIMEOUT)
            .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
  }
}
