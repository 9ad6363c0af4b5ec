package dev.paca.streams.routing;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.streams.LagInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far behind the copies of this instance may be. The changelogs' ends are asked for in the
 * background, so that no question waits for a broker; an age is too high by one round at most.
 */
final class StandbyAges implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StandbyAges.class);
  private static final Duration ROUND = Duration.ofSeconds(1);

  private final Supplier<Map<String, Map<Integer, LagInfo>>> lags;
  private final Clock clock;
  private final Map<Copy, Freshness> copies = new HashMap<>();
  private final Map<Copy, Long> completeAt = new ConcurrentHashMap<>();
  private final ScheduledExecutorService rounds =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "standby-ages");
            thread.setDaemon(true);
            return thread;
          });

  private record Copy(String store, int partition) {}

  /**
   * @param lags store → partition → position and end, as {@link
   *     org.apache.kafka.streams.KafkaStreams#allLocalStorePartitionLags}
   */
  StandbyAges(Supplier<Map<String, Map<Integer, LagInfo>>> lags, Clock clock) {
    this.lags = lags;
    this.clock = clock;
  }

  void start() {
    rounds.scheduleWithFixedDelay(this::tryToLook, 0, ROUND.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void tryToLook() {
    try {
      look();
    } catch (RuntimeException e) {
      // No broker, say: the ages grow until it is back.
      LOG.debug("the changelogs' ends are not known at the moment", e);
    }
  }

  /** One round. */
  void look() {
    // The ends are at least as late as this, so an age is never too low.
    long at = clock.millis();
    Set<Copy> seen = new HashSet<>();
    lags.get()
        .forEach(
            (store, partitions) ->
                partitions.forEach((partition, lag) -> seen.add(look(store, partition, lag, at))));
    copies.keySet().retainAll(seen);
    completeAt.keySet().retainAll(seen);
  }

  private Copy look(String store, int partition, LagInfo lag, long at) {
    Copy copy = new Copy(store, partition);
    Freshness freshness = copies.computeIfAbsent(copy, c -> new Freshness());
    freshness.look(lag.currentOffsetPosition(), lag.endOffsetPosition(), at);
    OptionalLong known = freshness.completeAt();
    if (known.isPresent()) {
      completeAt.put(copy, known.getAsLong());
    } else {
      completeAt.remove(copy);
    }
    return copy;
  }

  /** Milliseconds that this copy may be behind; empty while that is not known. */
  OptionalLong of(String store, int partition) {
    Long at = completeAt.get(new Copy(store, partition));
    return at == null ? OptionalLong.empty() : OptionalLong.of(Math.max(0, clock.millis() - at));
  }

  @Override
  public void close() {
    rounds.shutdownNow();
  }
}
