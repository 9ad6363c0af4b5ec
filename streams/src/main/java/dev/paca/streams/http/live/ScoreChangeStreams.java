package dev.paca.streams.http.live;

import dev.paca.streams.feed.Change;
import dev.paca.streams.feed.ScoreChangeFeed;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;

/** All open streams, kept going by one thread. */
public final class ScoreChangeStreams implements AutoCloseable, MeterBinder {
  private final ScoreChangeFeed feed;
  private final ChangeFrames frames;
  private final Limits limits;
  private final Set<Follower> followers = ConcurrentHashMap.newKeySet();
  private final AtomicLong dropped = new AtomicLong();
  private final AtomicBoolean wakeIsDue = new AtomicBoolean();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final ScheduledExecutorService thread;
  private final ScheduledFuture<?> pinging;
  private final AutoCloseable following;

  /**
   * @param most how many streams at a time
   * @param pingEvery how often each shows that it is alive
   * @param maxBehind how many changes may come while a reader takes nothing
   */
  public record Limits(int most, Duration pingEvery, int maxBehind) {}

  /**
   * @param json the data of one change, on one line, in UTF-8
   */
  public ScoreChangeStreams(ScoreChangeFeed feed, Function<Change, byte[]> json, Limits limits) {
    this.feed = feed;
    this.frames = new ChangeFrames(json);
    this.limits = limits;
    this.thread =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread named = new Thread(task, "score-change-streams");
              named.setDaemon(true);
              return named;
            });
    long ping = limits.pingEvery().toMillis();
    // Nothing is thrown here: a stream that fails ends itself, and the schedule goes on.
    this.pinging =
        thread.scheduleAtFixedRate(() -> all(Follower::ping), ping, ping, TimeUnit.MILLISECONDS);
    this.following = feed.changes().follow(this::wake);
  }

  /** A stream to be opened, or empty when there are as many as there may be. */
  public Optional<Follower> admit(Wish wish) {
    if (followers.size() >= limits.most() || closed.get()) {
      return Optional.empty();
    }
    Follower follower =
        new Follower(new Place(feed, wish), frames, thread, limits.maxBehind(), followers::remove);
    followers.add(follower);
    if (closed.get()) {
      follower.end();
    }
    return Optional.of(follower);
  }

  /**
   * On the feed's thread, which is not kept: a wake that is on its way serves all later changes.
   */
  private void wake() {
    if (!followers.isEmpty() && !closed.get() && !wakeIsDue.getAndSet(true)) {
      thread.execute(
          () -> {
            wakeIsDue.set(false);
            all(Follower::advance);
          });
    }
  }

  private void all(Consumer<Follower> step) {
    for (Follower follower : followers) {
      step.accept(follower);
      if (follower.isTooSlow()) {
        dropped.incrementAndGet();
        follower.end();
      }
    }
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("paca.stream.followers", followers, Set::size)
        .description("Open streams of score changes")
        .register(registry);
    FunctionCounter.builder("paca.stream.dropped", dropped, AtomicLong::get)
        .description("Streams ended because their reader took nothing")
        .register(registry);
    Gauge.builder("paca.score.changes", feed, f -> f.changes().size())
        .description("Score changes in memory")
        .register(registry);
    Gauge.builder("paca.score.changes.behind", feed, f -> f.state().behind().orElse(-1))
        .description("Offsets of score changes not read yet, -1 when not known")
        .register(registry);
  }

  /** Ends all streams; their readers come back to whoever listens then. */
  @Override
  public void close() {
    closed.set(true);
    try {
      following.close();
    } catch (Exception e) {
      throw new IllegalStateException("A follower could not leave", e);
    }
    pinging.cancel(false);
    thread.shutdown();
    followers.forEach(Follower::end);
  }
}
