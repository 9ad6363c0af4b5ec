package dev.paca.streams.partials;

import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.Punctuator;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * When tasks flush: all of them in the same rounds, so that what one tells is committed at once and
 * together with what the others tell. Each with rounds of its own would wait for the commit of
 * another.
 *
 * <p>Every round costs a commit, whatever is in it. A thread that does not come to the end of its
 * rounds in time makes every second one, or every fourth, until it does ({@link Pace}).
 */
public final class Rounds {
  /** From which all tasks' rounds are counted. */
  private static final Instant START = Instant.EPOCH;

  private final Duration every;
  private final ThreadLocal<Pace> paces;

  private Rounds(Duration every, int longest) {
    this.every = every;
    paces = ThreadLocal.withInitial(() -> new Pace(every.toMillis(), longest));
  }

  /** That grow longer under load. */
  public static Rounds atLeast(Duration every) {
    return new Rounds(every, Pace.LONGEST);
  }

  /** That never do. */
  public static Rounds always(Duration every) {
    return new Rounds(every, 1);
  }

  /** Has a task flush in each round of its thread's. */
  public void schedule(ProcessorContext<?, ?> context, Punctuator flush) {
    long[] last = {Long.MIN_VALUE};
    context.schedule(
        START,
        every,
        PunctuationType.WALL_CLOCK_TIME,
        now -> {
          Pace pace = paces.get();
          pace.come(now);
          if (pace.begins(now, last[0])) {
            last[0] = now;
            flush.punctuate(now);
          }
        });
  }
}
