package dev.paca.streams;

import dev.paca.scoring.province.Provinces;
import dev.paca.settings.ClientSettings;
import dev.paca.settings.ListenSettings;
import dev.paca.settings.Settings;
import dev.paca.streams.feed.ScoreChangeFeed;
import dev.paca.streams.group.GroupRefused;
import dev.paca.streams.group.GroupTerms;
import dev.paca.streams.http.QueryServer;
import dev.paca.streams.http.QueryServerOptions;
import dev.paca.streams.page.Pages;
import dev.paca.streams.routing.LocalStores;
import dev.paca.streams.routing.PeerRoute;
import dev.paca.streams.routing.Peers;
import dev.paca.streams.routing.Routing;
import dev.paca.streams.serving.ServedTables;
import dev.paca.streams.topology.InputTopics;
import dev.paca.streams.topology.PacaTopology;
import dev.paca.streams.topology.StreamsProperties;
import dev.paca.streams.topology.TopologyOptions;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.ProcessorStateException;
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

  /** Listens, and refuses what needs the tasks until they run. */
  private StreamsService(Settings settings, int partitions, Provinces provinces) {
    tasks = new StreamTasks(settings.get(StreamsSettings.GROUP_PROTOCOL));
    stores =
        new LocalStores(
            tasks::streams, settings.get(StreamsSettings.STANDBY_MAX_AGE), Clock.systemUTC());
    tables = ServedTables.start(ClientSettings.kafka(settings));
    feed = ScoreChangeFeed.start(settings);
    readiness = new ServiceReadiness(tasks, tables, feed);
    try {
      Routing routing =
          new Routing(
              stores,
              tasks,
              new Peers(),
              partitions,
              settings.get(StreamsSettings.PEER_DEADLINE),
              System::nanoTime);
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
    } catch (RuntimeException e) {
      // A port that is taken, say: nothing of this instance may go on.
      closeReaders();
      throw e;
    }
  }

  /**
   * Starts and returns; {@code /health/ready} says when it can be asked.
   *
   * @param settings with {@link StreamsSettings#all()} declared
   * @throws InputTopics.WrongTopics when a topic is missing or set otherwise
   * @throws GroupRefused when the group cannot be joined by the protocol that is set
   */
  public static StreamsService start(Settings settings) {
    settings.require(ClientSettings.BOOTSTRAP, ClientSettings.REGISTRY);
    GroupTerms group = GroupTerms.of(settings);
    int partitions = InputTopics.partitions(ClientSettings.kafka(settings));
    group.agree(settings);
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
    KafkaStreams streams = streams(settings, partitions, provinces);
    try {
      streams.start();
    } catch (ProcessorStateException damaged) {
      // What a disk has spoilt is in the changelogs: nobody is needed to delete it by hand.
      LOG.warn("the stores on disk cannot be opened; they are deleted and restored", damaged);
      streams.close();
      streams.cleanUp();
      streams = streams(settings, partitions, provinces);
      streams.start();
    }
    server.add(new KafkaStreamsMetrics(streams));
    if (settings.get(StreamsSettings.STANDBYS) > 0) {
      stores.followCopies();
    }
  }

  /** Made, not started. */
  private KafkaStreams streams(Settings settings, int partitions, Provinces provinces) {
    HostInfo advertised = Advertised.address(settings, server.port());
    Topology topology =
        PacaTopology.build(
            new TopologyOptions(
                provinces,
                partitions,
                settings.get(StreamsSettings.FLUSH_INTERVAL),
                () -> ClientSettings.valueSerializer(settings),
                () -> ClientSettings.valueDeserializer(settings)));
    KafkaStreams streams = new KafkaStreams(topology, StreamsProperties.of(settings, advertised));
    tasks.made(streams, advertised);
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
    closeReaders();
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
    stores.close();
    feed.close();
    tables.close();
  }
}
