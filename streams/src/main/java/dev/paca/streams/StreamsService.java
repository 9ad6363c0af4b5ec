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
import dev.paca.streams.http.Readiness;
import dev.paca.streams.page.Pages;
import dev.paca.streams.routing.LocalStores;
import dev.paca.streams.routing.PeerRoute;
import dev.paca.streams.routing.Peers;
import dev.paca.streams.routing.Routing;
import dev.paca.streams.routing.RoutingCounts;
import dev.paca.streams.serving.ServedTables;
import dev.paca.streams.topology.InputTopics;
import dev.paca.streams.trouble.StateFolder;
import dev.paca.streams.trouble.TopicWatch;
import dev.paca.streams.watch.FreshnessMeters;
import dev.paca.streams.watch.ReportMeters;
import dev.paca.streams.watch.TaskMeters;
import dev.paca.topics.TopicDefinition;
import dev.paca.topics.Topics;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.KafkaStreams;

/** One instance: the topology's tasks, the served tables and the query service. */
public final class StreamsService implements AutoCloseable {
  private final TaskSide tasks;
  private final LocalStores stores;
  private final ServedTables tables;
  private final ScoreChangeFeed feed;
  private final TopicWatch watch;
  private final ServiceReadiness readiness;
  private final QueryServer server;

  /** Listens, and refuses what needs the tasks until they run. */
  private StreamsService(Settings settings, int partitions, Provinces provinces) {
    tasks = new TaskSide(settings);
    stores =
        new LocalStores(
            tasks.tasks()::streams,
            tasks.reporters(),
            settings.get(StreamsSettings.STANDBY_MAX_AGE),
            Clock.systemUTC());
    tables = ServedTables.start(provinces, ClientSettings.kafka(settings));
    feed = ScoreChangeFeed.start(settings);
    watch =
        TopicWatch.start(
            ClientSettings.kafka(settings),
            Topics.definitions(partitions, (short) 1).stream().map(TopicDefinition::name).toList(),
            tasks::stop);
    readiness =
        new ServiceReadiness(
            tasks, tables, feed, watch, settings.get(StreamsSettings.CAUGHT_UP_LAG));
    try {
      RoutingCounts routed = new RoutingCounts();
      Routing routing =
          new Routing(
              stores,
              tasks.tasks(),
              new Peers(),
              partitions,
              settings.get(StreamsSettings.PEER_DEADLINE),
              System::nanoTime,
              routed);
      ReadSide read = ReadSide.of(settings, stores, routing, provinces, tables, feed);
      server = listen(settings, read);
      meters(provinces, routed).forEach(server::add);
    } catch (RuntimeException e) {
      // A port that is taken, say: nothing of this instance may go on.
      closeReaders();
      tasks.close();
      throw e;
    }
  }

  private QueryServer listen(Settings settings, ReadSide read) {
    return QueryServer.start(
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
  }

  private List<MeterBinder> meters(Provinces provinces, RoutingCounts routed) {
    Clock clock = Clock.systemUTC();
    StreamTasks running = tasks.tasks();
    return List.of(
        routed,
        new ReportMeters(tasks.counts()),
        new TaskMeters(running::lags, tasks.counts(), running.restores(), clock),
        new FreshnessMeters(() -> tables.current().freshness(), provinces, clock),
        new ServedMeters(tables, tasks.memory(), clock));
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
    String application = settings.get(StreamsSettings.APPLICATION_ID);
    StateFolder.check(settings.get(StreamsSettings.STATE_DIR), application);
    int partitions =
        InputTopics.partitions(ClientSettings.kafka(settings), application, InputTopics.PATIENCE);
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
    // A table that takes longer is read on meanwhile; most are there in less than a second.
    if (tables.awaitHydrated(InputTopics.PATIENCE)) {
      InputTopics.checkCovered(
          ClientSettings.kafka(settings),
          settings.get(StreamsSettings.APPLICATION_ID),
          tables.current().covers());
    }
    Runnable started = settings.get(StreamsSettings.STANDBYS) > 0 ? stores::followCopies : () -> {};
    KafkaStreams streams =
        tasks.start(partitions, provinces, Advertised.address(settings, server.port()), started);
    server.add(new KafkaStreamsMetrics(streams));
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
    tasks.registry().close();
    server.close();
    closeReaders();
    tasks.close();
  }

  private void closeReaders() {
    watch.close();
    stores.close();
    feed.close();
    tables.close();
  }
}
