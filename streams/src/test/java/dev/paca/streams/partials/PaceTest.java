package dev.paca.streams.partials;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A thread's rounds are as long as it needs for them, and no longer. */
class PaceTest {
  private static final long MILLIS = 25;
  private static final int ROUNDS = 200;

  private final Pace pace = new Pace(MILLIS, Pace.LONGEST);
  private long now = 1_000_000;
  private long began;

  @Test
  void aThreadThatIsDoneWithinAMomentMakesARoundOfEach() {
    run(20, 0);
    assertThat(pace.moments()).isEqualTo(1);
  }

  @Test
  void aThreadThatNeedsLongerForARoundMakesEverySecondOne() {
    run(40, 0);
    assertThat(pace.moments()).isEqualTo(2);
  }

  @Test
  void roundsGrowNoLongerThanFourMomentsHoweverBusyTheThread() {
    run(400, 0);
    assertThat(pace.moments()).isEqualTo(4);
  }

  @Test
  void roundsAreShortAgainOnceTheLoadIsGone() {
    run(400, 0);
    run(3, 0);
    assertThat(pace.moments()).isEqualTo(1);
  }

  @Test
  void shorterRoundsAreTriedSeldomWhereTheyWereTooShortBefore() {
    run(40, 0);
    int changes = 0;
    int before = pace.moments();
    for (int round = 0; round < 5_000; round++) {
      round(40, 0);
      changes += before == pace.moments() ? 0 : 1;
      before = pace.moments();
    }
    // Every half second it is judged.
    assertThat(changes).isBetween(1, 40);
  }

  @Test
  void severalTasksAtOneMomentAreOneThread() {
    run(10, 10);
    assertThat(pace.moments()).isEqualTo(1);
  }

  @Test
  void aClockThatWasSetAndAMachineThatSleptSayNothing() {
    for (int i = 0; i < ROUNDS; i++) {
      now += i % 2 == 0 ? 3_600_000 : -3_600_000;
      pace.come(now);
    }
    assertThat(pace.moments()).isEqualTo(1);
  }

  @Test
  void aRoundThatComesLateIsMadeAllTheSame() {
    run(400, 0);
    assertThat(pace.begins(4 * MILLIS * 100 + 30, 4 * MILLIS * 99)).isTrue();
    assertThat(pace.begins(4 * MILLIS * 100 + 60, 4 * MILLIS * 100 + 30)).isFalse();
  }

  private void run(long busy, long between) {
    for (int round = 0; round < ROUNDS; round++) {
      round(busy, between);
    }
  }

  /**
   * @param busy ms that a round takes
   * @param between ms from the first task of a moment to the second
   */
  private void round(long busy, long between) {
    boolean begun = false;
    while (!begun) {
      pace.come(now);
      pace.come(now + between);
      long free = now + between;
      if (pace.begins(now, began)) {
        began = now;
        free = now + Math.max(busy, between);
        begun = true;
      }
      // At the next moment, or as soon as the thread is free.
      now = Math.max(Math.floorDiv(now, MILLIS) * MILLIS + MILLIS, free);
    }
  }
}
