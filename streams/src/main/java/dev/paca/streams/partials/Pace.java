package dev.paca.streams.partials;

/**
 * How many moments one thread's rounds take. Judged by the moments at which no task of it came, or
 * late, for the thread was still busy with the round before: a thread that has time comes at every
 * one.
 */
final class Pace {
  /** Moments; longer ones keep readers waiting and save little. */
  static final int LONGEST = 4;

  /** So many moments are looked at, then it is judged. */
  private static final int LOOK = 20;

  /** So many of a round's moments may be late although the thread has time for it. */
  private static final double SPARE = 0.4;

  /** Of the time to the next moment; a thread that waits for records comes before that. */
  private static final double LATE = 0.6;

  /** Judgements for which shorter rounds are not tried again, where they were too short before. */
  private static final int MOST_PATIENT = 64;

  private final long millis;
  private final int longest;
  private int moments = 1;
  private long last = Long.MIN_VALUE;
  private long seen;
  private long late;
  private int patience = 1;
  private int waits;
  private boolean shortened;

  /**
   * @param millis from one moment to the next
   * @param longest moments of a round
   */
  Pace(long millis, int longest) {
    this.millis = millis;
    this.longest = longest;
  }

  /** A task of the thread comes, perhaps as one of several at this moment. */
  void come(long now) {
    long moment = Math.floorDiv(now, millis);
    long since = moment - last;
    boolean known = last != Long.MIN_VALUE && since > 0 && since <= LOOK;
    last = moment;
    // Else the clock was set, or the machine slept: nothing is known of the moments between.
    if (known) {
      seen += since;
      late += since - 1 + (Math.floorMod(now, millis) > LATE * millis ? 1 : 0);
      if (seen >= LOOK) {
        judge((double) late * moments / seen);
        seen = 0;
        late = 0;
      }
    }
  }

  /**
   * @param lateOfARound moments
   */
  private void judge(double lateOfARound) {
    waits--;
    if (lateOfARound > moments - 1 + SPARE && moments < longest) {
      moments *= 2;
      patience = shortened ? Math.min(MOST_PATIENT, 2 * patience) : 1;
      waits = patience;
      shortened = false;
    } else if (moments > 1 && waits <= 0 && lateOfARound < moments / 2 - 1 + SPARE) {
      moments /= 2;
      shortened = true;
    } else if (waits < -MOST_PATIENT) {
      shortened = false;
    }
  }

  /** Moments that a round takes now. */
  int moments() {
    return moments;
  }

  /**
   * Whether a round begins.
   *
   * @param now ms
   * @param last the moment at which one began for the same task
   */
  boolean begins(long now, long last) {
    long round = millis * moments;
    return moments == 1 || Math.floorDiv(now, round) != Math.floorDiv(last, round);
  }
}
