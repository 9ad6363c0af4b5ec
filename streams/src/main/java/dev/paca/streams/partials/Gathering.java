package dev.paca.streams.partials;

import java.util.concurrent.TimeUnit;

/**
 * When a task tells what changed. One that reads little tells at its next punctuation. One that
 * reads much gathers for longer, so that what it sends has a bound whatever the rate of reports;
 * one that catches up, for longer still: nobody waits for what is old already.
 *
 * <p>Judged by how many reports come and not by how old they are: clocks of brokers and instances
 * differ.
 */
public final class Gathering {
  /** Ten thousand of these a second and partition are a tenth of a core, here and behind. */
  private static final double MS_FOR_EACH = 0.1;

  /** Sent all the same so often: a few percent, and so few bytes beside the reports themselves. */
  private static final double MS_FOR_EACH_CATCHING_UP = 25;

  /** Of a task's time at most a third goes into telling; the rest is for what comes in. */
  private static final long MS_FOR_EACH_OF_TELLING = 3;

  /**
   * Reports a millisecond: well above what comes live, or else a task that fell behind for a moment
   * would gather for so long that it stays there.
   */
  private static final double PARTITION_CATCHES_UP = 6;

  /** However much there is to tell. */
  private static final long LONGEST_MS = TimeUnit.SECONDS.toMillis(2);

  private static final long LONGEST_MS_CATCHING_UP = TimeUnit.SECONDS.toMillis(5);

  private final double catchingUp;
  private long reports;
  private long toldAt = Long.MIN_VALUE / 2;
  private long took;

  private Gathering(double catchingUp) {
    this.catchingUp = catchingUp;
  }

  /** For a task of one partition, which a whole country's live reports never keep so busy. */
  public static Gathering ofOnePartition() {
    return new Gathering(PARTITION_CATCHES_UP);
  }

  /** For the task that hears of all partitions. */
  public static Gathering ofAll(int partitions) {
    return new Gathering(partitions * PARTITION_CATCHES_UP);
  }

  /** So many reports were read, or heard of. */
  public void read(long count) {
    reports += count;
  }

  /**
   * Whether to tell now.
   *
   * @param now ms
   * @param changes how many there are to tell
   */
  public boolean due(long now, int changes) {
    // Also when the clock was set back.
    long elapsed = Math.abs(now - toldAt);
    boolean behind = reports > catchingUp * elapsed;
    double forEach = behind ? MS_FOR_EACH_CATCHING_UP : MS_FOR_EACH;
    double pause = Math.max(forEach * changes, MS_FOR_EACH_OF_TELLING * took);
    return elapsed >= Math.min(behind ? LONGEST_MS_CATCHING_UP : LONGEST_MS, pause);
  }

  /**
   * All was told.
   *
   * @param began ms
   * @param ended ms
   */
  public void told(long began, long ended) {
    reports = 0;
    toldAt = began;
    took = Math.max(0, ended - began);
  }
}
