package dev.paca.streams;

import dev.paca.streams.group.GroupProtocol;
import dev.paca.streams.routing.Holders;
import dev.paca.streams.routing.Whereabouts;
import dev.paca.streams.watch.InputLag;
import dev.paca.streams.watch.RestoreProgress;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.errors.StreamsNotStartedException;
import org.apache.kafka.streams.state.HostInfo;

/**
 * The tasks of this instance. They are made after the query service listens, for the group is told
 * its address, and its port may be any free one.
 */
final class StreamTasks implements Whereabouts {
  private final AtomicReference<Made> made = new AtomicReference<>();
  private final GroupProtocol protocol;

  private final RestoreProgress restores = new RestoreProgress();
  private volatile boolean hasRun;

  private record Made(KafkaStreams streams, HostInfo advertised) {}

  StreamTasks(GroupProtocol protocol) {
    this.protocol = protocol;
  }

  /** Before it is started. */
  void made(KafkaStreams streams, HostInfo advertised) {
    streams.setGlobalStateRestoreListener(restores);
    streams.setStandbyUpdateListener(restores.ofCopies());
    streams.setStateListener((now, before) -> hasRun = hasRun || now == KafkaStreams.State.RUNNING);
    made.set(new Made(streams, advertised));
  }

  Optional<KafkaStreams> streams() {
    return Optional.ofNullable(made.get()).map(Made::streams);
  }

  KafkaStreams.State state() {
    return streams().map(KafkaStreams::state).orElse(KafkaStreams.State.CREATED);
  }

  RestoreProgress restores() {
    return restores;
  }

  /**
   * Whether the tasks run, or have run and are being moved between instances: that takes a moment,
   * and what was committed is served all the while.
   */
  boolean running() {
    KafkaStreams.State state = state();
    return state == KafkaStreams.State.RUNNING
        || (state == KafkaStreams.State.REBALANCING && hasRun);
  }

  /** Whether every task that was here held what it needed, once since the start. */
  boolean hasRun() {
    return hasRun;
  }

  /** Stores of tasks that are here and do not hold yet what was there. */
  List<RestoreProgress.Progress> restoring() {
    // Running means that every task has what it needs.
    return state() == KafkaStreams.State.RUNNING ? List.of() : restores.restoring();
  }

  /** How far each task here is behind; nothing where there is none. */
  List<InputLag> lags() {
    try {
      return streams().map(s -> InputLag.of(s.metadataForLocalThreads())).orElse(List.of());
    } catch (IllegalStateException e) {
      return List.of(); // Not yet, or no more.
    }
  }

  @Override
  public HostInfo self() {
    return Optional.ofNullable(made.get()).map(Made::advertised).orElse(HostInfo.unavailable());
  }

  @Override
  public Holders of(TopicPartition partition) {
    try {
      return streams()
          .map(s -> holders(s.metadataForAllStreamsClients(), partition))
          .orElse(Holders.UNKNOWN);
    } catch (StreamsNotStartedException | IllegalStateException e) {
      return Holders.UNKNOWN; // Not yet, or no more.
    }
  }

  private Holders holders(Collection<StreamsMetadata> instances, TopicPartition partition) {
    return protocol == GroupProtocol.CLASSIC
        ? Whereabouts.among(instances, partition)
        : Whereabouts.amongForgotten(instances, partition);
  }
}
