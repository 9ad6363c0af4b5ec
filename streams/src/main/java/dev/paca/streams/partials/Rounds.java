package dev.paca.streams.partials;

import java.time.Instant;

/**
 * When tasks flush: all of a thread in the same rounds, so that what one tells is committed at once
 * and together with what the others tell. Each with rounds of its own would wait for the commit of
 * another.
 */
public final class Rounds {
  /** From which all tasks' rounds are counted. */
  public static final Instant START = Instant.EPOCH;

  private Rounds() {}
}
