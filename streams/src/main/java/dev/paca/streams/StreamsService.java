package dev.paca.streams;

import dev.paca.scoring.province.Provinces;
import dev.paca.settings.ClientSettings;
import dev.paca.settings.ListenSettings;
import dev.paca.settings.Settings;
import dev.paca.settings.SharedSerdes;
import dev.paca.streams.feed.ScoreChangeFeed;
import dev.paca.streams.group.GroupRefused;
import dev.paca.streams.group.GroupTerms;
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
import dev.paca.streams.trouble.CauseText;
import dev.paca.streams.trouble.RegistryAtStart;
import dev.paca.streams.trouble.StateFolder;
import dev.paca.streams.trouble.TopicWatch;
import dev.paca.streams.trouble.TornStores;
import dev.paca.streams.trouble.Troubles;
import dev.paca.streams.watch.FreshnessMeters;
import dev.paca.streams.watch.RecordCounts;
import dev.paca.streams.watch.ReportMeters;
import dev.paca.streams.watch.TaskMeters;
import dev.paca.topics.TopicDefinition;
import dev.paca.topics.Topics;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.state.HostInfo;

/** One instance: the topology's tasks, the served tables and the query service. */
public final class StreamsService implements AutoCloseable {
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(20);

  private final StreamTasks tasks;
  private final LocalStores stores;
  private final ServedTables tables;
  private final ScoreChangeFeed feed;
  private final ServiceReadiness readiness;
  private final QueryServer server;
  private final Troubles troubles;
  private final RegistryAtStart foundation;
  private final TopicWatch watch;
  private final StoreMemory memory;
  private final RecordCounts counts = new RecordCounts();

  /** Listens, and refuses what needs the tasks until they run. */
  private StreamsService(
      Settings settings, int partitions, Provinces provinces, Troubles troubles) {
    tasks = new StreamTasks(settings.get(StreamsSettings.GROUP_PROTOCOL));
    this.troubles = troubles;
    memory =
        new StoreMemory(
            settings.get(StreamsSettings.ROCKSDB_CACHE),
            settings.get(StreamsSettings.ROCKSDB_WRITE_BUFFERS));
    stores =
        new LocalStores(
            tasks::streams, settings.get(StreamsSettings.STANDBY_MAX_AGE), Clock.systemUTC());
    tables = ServedTables.start(provinces, ClientSettings.kafka(settings));
    feed = ScoreChangeFeed.start(settings);
    foundation = new RegistryAtStart();
    watch =
        TopicWatch.start(
            ClientSettings.kafka(settings),
            Topics.definitions(partitions, (short) 1).stream().map(TopicDefinition::name).toList(),
            this::stopTasks);
    readiness =
        new ServiceReadiness(
            tasks,
            tables,
            feed,
            troubles,
            foundation,
            watch,
            settings.get(StreamsSettings.CAUGHT_UP_LAG));
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
   * Starts and returns; {@code /health/ready} says when it can be asked. A registry that is away is
   * waited for, in the background.
   *
   * @param settings with {@link StreamsSettings#all()} declared
   * @throws InputTopics.WrongTopics when no broker answers, or a topic is missing or set otherwise
   * @throws GroupRefused when the group cannot be joined by the protocol that is set
   * @throws StateFolder.Unusable when the state folder cannot be written or is another's
   */
  public static StreamsService start(Settings settings) {
    settings.require(ClientSettings.BOOTSTRAP, ClientSettings.REGISTRY);
    GroupTerms group = GroupTerms.of(settings);
    Path stateDir = settings.get(StreamsSettings.STATE_DIR);
    String application = settings.get(StreamsSettings.APPLICATION_ID);
    StateFolder.check(stateDir, application);
    int partitions =
        InputTopics.partitions(ClientSettings.kafka(settings), application, InputTopics.PATIENCE);
    group.agree(settings);
    Provinces provinces = Provinces.standard();
    CauseText causes = new CauseText(settings.get(ClientSettings.BOOTSTRAP), stateDir);
    Troubles troubles = new Troubles(Clock.systemUTC(), causes);
    StreamsService service = new StreamsService(settings, partitions, provinces, troubles);
    try {
      service.startTasks(settings, partitions, provinces);
      return service;
    } catch (RuntimeException e) {
      service.close();
      throw e;
    }
  }

  private void startTasks(Settings settings, int partitions, Provinces provinces) {
    // A table that takes longer is read on meanwhile; most are there in less than a second.
    if (tables.awaitHydrated(InputTopics.PATIENCE)) {
      InputTopics.checkCovered(
          ClientSettings.kafka(settings),
          settings.get(StreamsSettings.APPLICATION_ID),
          tables.current().covers());
    }
    HostInfo advertised = Advertised.address(settings, server.port());
    SharedSerdes serdes = new SharedSerdes(settings);
    Topology topology =
        PacaTopology.build(
            new TopologyOptions(
                provinces,
                partitions,
                settings.get(StreamsSettings.FLUSH_INTERVAL),
                serdes::serializer,
                serdes::deserializer,
                counts,
                troubles::awaitTurn));
    KafkaStreams streams =
        streams(topology, StreamsProperties.of(settings, advertised, memory.settings()), settings);
    tasks.made(streams, advertised);
    streams.setUncaughtExceptionHandler(
        e -> {
          // What is not the record's fault (a broker or the registry away) is tried again from the
          // last commit; nothing of the failed transaction is seen by anybody.
          troubles.failed(e);
          return StreamThreadExceptionResponse.REPLACE_THREAD;
        });
    server.add(new KafkaStreamsMetrics(streams));
    foundation.once(
        () -> serdes.learn(PacaTopology.READ, PacaTopology.WRITTEN),
        () -> {
          // Its lock is ours by now.
          TornStores.drop(
              settings
                  .get(StreamsSettings.STATE_DIR)
                  .resolve(settings.get(StreamsSettings.APPLICATION_ID)));
          streams.start();
          if (settings.get(StreamsSettings.STANDBYS) > 0) {
            stores.followCopies();
          }
        });
  }

  private static KafkaStreams streams(Topology topology, Properties properties, Settings settings) {
    try {
      return new KafkaStreams(topology, properties);
    } catch (StreamsException e) {
      // The folder was looked at before: what can still be wrong is its lock.
      throw StateFolder.inUse(settings.get(StreamsSettings.STATE_DIR), e);
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
    foundation.close();
    server.close();
    closeReaders();
    stopTasks();
    memory.close();
  }

  /** The group is left, so that others take over at once. */
  private void stopTasks() {
    tasks
        .streams()
        .ifPresent(
            streams ->
                streams.close(
                    CloseOptions.timeout(CLOSE_TIMEOUT)
                        .withGroupMembershipOperation(
                            CloseOptions.GroupMembershipOperation.LEAVE_GROUP)));
  }

  private void closeReaders() {
    watch.close();
    stores.close();
    feed.close();
    tables.close();
  }
}
