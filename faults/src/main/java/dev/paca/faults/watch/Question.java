package dev.paca.faults.watch;

import java.time.Duration;

/** The kinds of questions that instances answer: from tables that all have, or from stores. */
public enum Question {
  RANKING(true),
  PROVINCE(true),
  EVIDENCE(false),
  MATTER(false),
  REPORT(false);

  private final boolean score;

  Question(boolean score) {
    this.score = score;
  }

  /** Whether every instance can answer it alone, from what was committed. */
  public boolean score() {
    return score;
  }

  /** Pause between two questions; evidence reads every report of its types, wherever it lies. */
  Duration every() {
    return Duration.ofMillis(score ? 150 : this == EVIDENCE ? 2_000 : 400);
  }

  /**
   * How long a client waits. A score lies in memory; an answer from stores may take another
   * instance's whole deadline (2 s).
   */
  Duration patience() {
    return Duration.ofMillis(score ? 1_000 : 4_000);
  }
}
