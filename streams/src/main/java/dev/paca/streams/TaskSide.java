package dev.paca.streams;

import dev.paca.scoring.province.Provinces;
import dev.paca.settings.ClientSettings;
import dev.paca.settings.Settings;
import dev.paca.settings.SharedSerdes;
import dev.paca.streams.ledger.ReporterIndexes;
import dev.paca.streams.partials.Rounds;
import dev.paca.streams.topology.PacaTopology;
import dev.paca.streams.topology.StoreMemory;
import dev.paca.streams.topology.StreamsProperties;
import dev.paca.streams.topology.TopologyOptions;
import dev.paca.streams.trouble.CauseText;
import dev.paca.streams.trouble.RegistryAtStart;
import dev.paca.streams.trouble.StateFolder;
import dev.paca.streams.trouble.TornStores;
import dev.paca.streams.trouble.Troubles;
import dev.paca.streams.watch.RecordCounts;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.state.HostInfo;

/** What computes: the topology's tasks, the memory of their stores, and what keeps them waiting. */
final class TaskSide implements AutoCloseable {
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(20);

  private final Settings settings;
  private final StreamTasks tasks;
  private final Troubles troubles;
  private final RegistryAtStart registry = new RegistryAtStart();
  private final StoreMemory memory;
  private final RecordCounts counts = new RecordCounts();
  private final ReporterIndexes reporters = new ReporterIndexes();

  TaskSide(Settings settings) {
    this.settings = settings;
    tasks = new StreamTasks(settings.get(StreamsSettings.GROUP_PROTOCOL));
    troubles =
        new Troubles(
            Clock.systemUTC(),
            new CauseText(
                settings.get(ClientSettings.BOOTSTRAP), settings.get(StreamsSettings.STATE_DIR)));
    memory =
        new StoreMemory(
            settings.get(StreamsSettings.ROCKSDB_CACHE),
            settings.get(StreamsSettings.ROCKSDB_WRITE_BUFFERS));
  }

  StreamTasks tasks() {
    return tasks;
  }

  Troubles troubles() {
    return troubles;
  }

  RegistryAtStart registry() {
    return registry;
  }

  StoreMemory memory() {
    return memory;
  }

  RecordCounts counts() {
    return counts;
  }

  ReporterIndexes reporters() {
    return reporters;
  }

  /**
   * Makes the tasks; they run as soon as the registry has said what they must know.
   *
   * @param started then done
   * @return to look at; started here
   * @throws StateFolder.Unusable when another process uses the state folder
   */
  KafkaStreams start(int partitions, Provinces provinces, HostInfo advertised, Runnable started) {
    SharedSerdes serdes = new SharedSerdes(settings);
    Topology topology =
        PacaTopology.build(
            new TopologyOptions(
                provinces,
                partitions,
                Rounds.atLeast(settings.get(StreamsSettings.FLUSH_INTERVAL)),
                settings.get(StreamsSettings.REPORT_STORES),
                serdes::serializer,
                serdes::deserializer,
                counts,
                reporters,
                troubles::awaitTurn));
    KafkaStreams streams = streams(topology, advertised);
    tasks.made(streams, advertised);
    streams.setUncaughtExceptionHandler(
        e -> {
          // What is not the record's fault (a broker or the registry away) is tried again from the
          // last commit; nothing of the failed transaction is seen by anybody.
          troubles.failed(e);
          return StreamThreadExceptionResponse.REPLACE_THREAD;
        });
    registry.once(
        () -> serdes.learn(PacaTopology.READ, PacaTopology.WRITTEN),
        () -> {
          // Its lock is ours by now.
          TornStores.drop(stateDir().resolve(settings.get(StreamsSettings.APPLICATION_ID)));
          streams.start();
          started.run();
        });
    return streams;
  }

  private KafkaStreams streams(Topology topology, HostInfo advertised) {
    try {
      return new KafkaStreams(
          topology, StreamsProperties.of(settings, advertised, memory.settings()));
    } catch (StreamsException e) {
      // The folder was looked at before: what can still be wrong is its lock.
      throw StateFolder.inUse(stateDir(), e);
    }
  }

  private Path stateDir() {
    return settings.get(StreamsSettings.STATE_DIR);
  }

  /** The group is left, so that others take over at once. */
  void stop() {
    tasks
        .streams()
        .ifPresent(
            streams ->
                streams.close(
                    CloseOptions.timeout(CLOSE_TIMEOUT)
                        .withGroupMembershipOperation(
                            CloseOptions.GroupMembershipOperation.LEAVE_GROUP)));
  }

  /** Stops, and waits for the registry no more. */
  @Override
  public void close() {
    registry.close();
    stop();
    memory.close();
  }
}
