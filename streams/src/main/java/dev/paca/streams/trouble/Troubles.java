package dev.paca.streams.trouble;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stream threads that failed and are tried again: one line in the log for each cause, pauses that
 * grow from a tenth of a second to {@link #LONGEST_PAUSE}, and what readiness says meanwhile. Safe
 * for several threads.
 */
public final class Troubles {
  /** Short enough that the end of a trouble is noticed soon, long enough not to be a storm. */
  static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  static final Duration FIRST_PAUSE = Duration.ofMillis(100);

  /** An attempt fails within this, if it fails again: a silent registry is given 5 s. */
  static final Duration ATTEMPT = Duration.ofSeconds(7);

  private static final Duration SAID_AGAIN_AFTER = Duration.ofMinutes(5);
  private static final Logger LOG = LoggerFactory.getLogger(Troubles.class);

  /**
   * One trouble.
   *
   * @param what for an operator, without an exception's text
   * @param since the first of the failures in a row
   * @param attempts how many failures in a row
   */
  public record Trouble(String what, Instant since, int attempts) {

    /** For readiness and the log. */
    public String describe() {
      return "since "
          + since
          + ", tried "
          + attempts
          + (attempts == 1 ? " time: " : " times: ")
          + what;
    }
  }

  private final Clock clock;
  private final CauseText causes;
  private final ThreadLocal<Boolean> hadItsTurn = ThreadLocal.withInitial(() -> false);
  private Optional<Trouble> trouble = Optional.empty();
  private Duration pause = Duration.ZERO;
  private Instant tryAgainAt = Instant.MIN;
  private Instant saidAt = Instant.MIN;

  public Troubles(Clock clock, CauseText causes) {
    this.clock = clock;
    this.causes = causes;
  }

  /** A stream thread failed; whoever takes its place waits for {@link #awaitTurn()}. */
  public synchronized void failed(Throwable failure) {
    Instant now = clock.instant();
    CauseText.Cause cause = causes.of(failure);
    Optional<Trouble> before = current();
    if (before.isEmpty()) {
      pause = Duration.ZERO;
    }
    // Several threads that fail in one round are one attempt.
    if (!now.isBefore(tryAgainAt)) {
      pause = pause.isZero() ? FIRST_PAUSE : shorter(pause.multipliedBy(2), LONGEST_PAUSE);
      tryAgainAt = now.plus(pause);
    }
    Trouble again =
        new Trouble(
            cause.text(),
            before.map(Trouble::since).orElse(now),
            before.map(Trouble::attempts).orElse(0) + 1);
    trouble = Optional.of(again);
    boolean news = before.isEmpty() || !before.get().what().equals(cause.text());
    if (news || now.isAfter(saidAt.plus(SAID_AGAIN_AFTER))) {
      saidAt = now;
      say(cause, again, failure);
    }
  }

  private static void say(CauseText.Cause cause, Trouble trouble, Throwable failure) {
    if (cause.known()) {
      LOG.error("the streams pause and try again, {}", trouble.describe());
    } else {
      LOG.error("the streams pause and try again, {}", trouble.describe(), failure);
    }
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  /**
   * Called by a stream thread that is given a task: a thread that is new waits here for the end of
   * the pause. It has no transaction open, so nobody waits with it.
   */
  public void awaitTurn() {
    if (hadItsTurn.get()) {
      return;
    }
    hadItsTurn.set(true);
    try {
      Thread.sleep(Math.max(0, pauseLeft().toMillis()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  synchronized Duration pauseLeft() {
    Instant now = clock.instant();
    return now.isBefore(tryAgainAt) ? Duration.between(now, tryAgainAt) : Duration.ZERO;
  }

  /** What is being tried again; empty once an attempt has held longer than a failing one would. */
  public synchronized Optional<Trouble> current() {
    if (trouble.isPresent() && clock.instant().isAfter(tryAgainAt.plus(ATTEMPT))) {
      LOG.info("the streams go on; it was, {}", trouble.get().describe());
      trouble = Optional.empty();
    }
    return trouble;
  }
}
