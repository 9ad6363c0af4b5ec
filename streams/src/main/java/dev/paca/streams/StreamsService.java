package dev.paca.streams;

import dev.paca.scoring.province.Provinces;
import dev.paca.settings.ClientSettings;
import dev.paca.settings.ListenSettings;
import dev.paca.settings.Settings;
import dev.paca.streams.feed.ScoreChangeFeed;
import dev.paca.streams.http.QueryServer;
import dev.paca.streams.http.QueryServerOptions;
import dev.paca.streams.http.Readiness;
import dev.paca.streams.page.Pages;
import dev.paca.streams.routing.LocalStores;
import dev.paca.streams.routing.PeerRoute;
import dev.paca.streams.routing.Peers;
import dev.paca.streams.routing.Routing;
import dev.paca.streams.routing.RoutingCounts;
import dev.paca.streams.serving.ServedTables;
import dev.paca.streams.topology.InputTopics;
import dev.paca.streams.topology.PacaTopology;
import dev.paca.streams.topology.StoreMemory;
import dev.paca.streams.topology.StreamsProperties;
import dev.paca.streams.topology.TopologyOptions;
import dev.paca.streams.watch.FreshnessMeters;
import dev.paca.streams.watch.RecordCounts;
import dev.paca.streams.watch.ReportMeters;
import dev.paca.streams.watch.TaskMeters;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.state.HostInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One instance: the topology's tasks, the served tables and the query service. */
public final class StreamsService implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StreamsService.class);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(20);

  private final StreamTasks tasks;
  private final LocalStores stores;
  private final ServedTables tables;
  private final ScoreChangeFeed feed;
  private final ServiceReadiness readiness;
  private final QueryServer server;
  private final StoreMemory memory;
  private final RecordCounts counts = new RecordCounts();

  /** Listens, and refuses what needs the tasks until they run. */
  private StreamsService(Settings settings, int partitions, Provinces provinces) {
    tasks = new StreamTasks();
    memory =
        new StoreMemory(
            settings.get(StreamsSettings.ROCKSDB_CACHE),
            settings.get(StreamsSettings.ROCKSDB_WRITE_BUFFERS));
    stores =
        new LocalStores(
            tasks::streams, settings.get(StreamsSettings.STANDBY_MAX_AGE), Clock.systemUTC());
    tables = ServedTables.start(provinces, ClientSettings.kafka(settings));
    feed = ScoreChangeFeed.start(settings);
    readiness =
        new ServiceReadiness(tasks, tables, feed, settings.get(StreamsSettings.CAUGHT_UP_LAG));
    try {
      RoutingCounts routed = new RoutingCounts();
      Routing routing =
          new Routing(
              stores,
              tasks,
              new Peers(),
              partitions,
              settings.get(StreamsSettings.PEER_DEADLINE),
              System::nanoTime,
              routed);
      ReadSide read = ReadSide.of(settings, stores, routing, provinces, tables, feed);
      server =
          QueryServer.start(
              QueryServerOptions.onPort(settings.get(StreamsSettings.HTTP_PORT))
                  .withHost(settings.get(ListenSettings.BIND)),
              read.queries(),
              read.rubrics(),
              feed,
              readiness,
              tables,
              Optional.of(
                  config -> {
                    Pages.mount(config, read.queries(), read.rubrics());
                    PeerRoute.mount(config, stores);
                  }));
      List.of(
              routed,
              new ReportMeters(counts),
              new TaskMeters(tasks::lags, counts, tasks.restores(), Clock.systemUTC()),
              new FreshnessMeters(() -> tables.current().freshness(), provinces, Clock.systemUTC()),
              new ServedMeters(tables, memory, Clock.systemUTC()))
          .forEach(server::add);
    } catch (RuntimeException e) {
      // A port that is taken, say: nothing of this instance may go on.
      closeReaders();
      memory.close();
      throw e;
    }
  }

  /**
   * Starts and returns; {@code /health/ready} says when it can be asked.
   *
   * @param settings with {@link StreamsSettings#all()} declared
   * @throws InputTopics.WrongTopics when a topic is missing or set otherwise
   */
  public static StreamsService start(Settings settings) {
    settings.require(ClientSettings.BOOTSTRAP, ClientSettings.REGISTRY);
    int partitions = InputTopics.partitions(ClientSettings.kafka(settings));
    Provinces provinces = Provinces.standard();
    StreamsService service = new StreamsService(settings, partitions, provinces);
    try {
      service.startTasks(settings, partitions, provinces);
      return service;
    } catch (RuntimeException e) {
      service.close();
      throw e;
    }
  }

  private void startTasks(Settings settings, int partitions, Provinces provinces) {
    HostInfo advertised = Advertised.address(settings, server.port());
    Topology topology =
        PacaTopology.build(
            new TopologyOptions(
                provinces,
                partitions,
                settings.get(StreamsSettings.FLUSH_INTERVAL),
                () -> ClientSettings.valueSerializer(settings),
                () -> ClientSettings.valueDeserializer(settings),
                counts));
    KafkaStreams streams =
        new KafkaStreams(topology, StreamsProperties.of(settings, advertised, memory.settings()));
    tasks.made(streams, advertised);
    streams.setUncaughtExceptionHandler(
        e -> {
          // What is not the record's fault (a broker or the registry away) is tried again from the
          // last commit; nothing of the failed transaction is seen by anybody.
          LOG.error("a stream thread failed and is replaced", e);
          return StreamThreadExceptionResponse.REPLACE_THREAD;
        });
    server.add(new KafkaStreamsMetrics(streams));
    streams.start();
    if (settings.get(StreamsSettings.STANDBYS) > 0) {
      stores.followCopies();
    }
  }

  /** The port of the query service. */
  public int port() {
    return server.port();
  }

  /** Whether {@code /health/ready} says that this instance can be asked. */
  public boolean ready() {
    return readiness.checks().stream().allMatch(Readiness.Check::allows);
  }

  /** Stops answering, then computing; the group is left, so that others take over at once. */
  @Override
  public void close() {
    server.close();
    closeReaders();
    tasks
        .streams()
        .ifPresent(
            streams ->
                streams.close(
                    CloseOptions.timeout(CLOSE_TIMEOUT)
                        .withGroupMembershipOperation(
                            CloseOptions.GroupMembershipOperation.LEAVE_GROUP)));
    memory.close();
  }

  private void closeReaders() {
    stores.close();
    feed.close();
    tables.close();
  }
}
