package dev.paca.streams.trouble;

import dev.paca.registry.RegistryException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an instance needs of the registry before its tasks start: one question at once, and while no
 * registry answers one every second from a thread of its own. With the answers in memory the
 * registry may go away again.
 */
public final class RegistryAtStart implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RegistryAtStart.class);
  private static final Duration EVERY = Duration.ofSeconds(1);

  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile Instant since = Instant.EPOCH;
  private volatile Optional<String> waitingFor = Optional.empty();

  /**
   * Runs {@code start} once {@code ask} has succeeded: here and now if it does so now.
   *
   * @throws RegistryException when the registry answers and refuses: that does not pass by itself
   */
  public void once(Runnable ask, Runnable start) {
    try {
      ask.run();
    } catch (RegistryException.Unavailable e) {
      since = Instant.now();
      waitsFor(e);
      LOG.warn("waiting to start: {}", e.getMessage());
      Thread thread = new Thread(() -> keepAsking(ask, start), "registry-at-start");
      thread.setDaemon(true);
      thread.start();
      return;
    }
    start.run();
  }

  private void keepAsking(Runnable ask, Runnable start) {
    try {
      while (!closed.await(EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
        if (answers(ask)) {
          LOG.info("the registry answers; starting");
          start.run();
          waitingFor = Optional.empty();
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.error("this instance cannot start; restart it", e);
      waitingFor = Optional.of("it could not start: " + e.getClass().getSimpleName());
    }
  }

  private boolean answers(Runnable ask) {
    try {
      ask.run();
      return true;
    } catch (RegistryException e) {
      waitsFor(e);
      return false;
    }
  }

  private void waitsFor(RegistryException e) {
    waitingFor = Optional.of("since " + since + ", waiting to start: " + e.getMessage());
  }

  /** What is waited for, since when; empty when nothing is. */
  public Optional<String> waitingFor() {
    return waitingFor;
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
