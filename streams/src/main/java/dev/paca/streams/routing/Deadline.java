package dev.paca.streams.routing;

import java.time.Duration;
import java.util.function.LongSupplier;

/** How long one question may take, over all instances that are asked. */
final class Deadline {
  private final LongSupplier nanos;
  private final long allowed;
  private final long end;

  /**
   * Begins now.
   *
   * @param nanos a clock that only advances, as {@link System#nanoTime}
   */
  Deadline(Duration allowed, LongSupplier nanos) {
    this.nanos = nanos;
    this.allowed = allowed.toNanos();
    this.end = nanos.getAsLong() + this.allowed;
  }

  Duration left() {
    return Duration.ofNanos(Math.max(0, end - nanos.getAsLong()));
  }

  /**
   * How long to wait for one of those that are still to be asked one after the other: an equal
   * share each, so that one that is silent leaves time for the next.
   *
   * @param toAsk at least 1, this one included
   */
  Duration share(int toAsk) {
    return left().dividedBy(toAsk);
  }

  /** Whether as much time is left as has gone. */
  boolean early() {
    return left().toNanos() * 2 >= allowed;
  }
}
