package dev.paca.faults.watch;

import java.time.Duration;
import java.util.OptionalLong;

/** Counts one kind of question's answers and measures its gaps; written and read by threads. */
final class AnswerCount {
  private long answered;
  private long stale;
  private long refused;
  private long unanswered;
  private long longest;
  private OptionalLong waitingSince = OptionalLong.empty();

  synchronized void asked(long now) {
    if (waitingSince.isEmpty()) {
      waitingSince = OptionalLong.of(now);
    }
  }

  synchronized void answered(long now, boolean behind) {
    answered++;
    stale += behind ? 1 : 0;
    longest = longest(now);
    waitingSince = OptionalLong.empty();
  }

  synchronized void refused() {
    refused++;
  }

  synchronized void unanswered() {
    unanswered++;
  }

  /** Begins anew; a gap that is open counts from now. */
  synchronized void mark(long now) {
    answered = 0;
    stale = 0;
    refused = 0;
    unanswered = 0;
    longest = 0;
    if (waitingSince.isPresent()) {
      waitingSince = OptionalLong.of(now);
    }
  }

  synchronized Answers read(long now) {
    return new Answers(answered, stale, refused, unanswered, Duration.ofNanos(longest(now)));
  }

  private long longest(long now) {
    return waitingSince.isPresent() ? Math.max(longest, now - waitingSince.getAsLong()) : longest;
  }
}
