package dev.paca.benchmarks.drain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LookTest {
  private static final Look FIRST = look(0, 100);

  private static Look look(long seconds, long committed) {
    return new Look(TimeUnit.SECONDS.toNanos(seconds), committed, 0, 0);
  }

  @Test
  void aRateIsWhatWasCommittedSinceAnEarlierLook() {
    assertThat(look(2, 500).rateSince(FIRST)).isCloseTo(200, within(1e-9));
  }

  @Test
  void whereNothingWasCommittedThereIsNoRate() {
    assertThat(look(2, 100).rateSince(FIRST)).isNaN();
  }

  @Test
  void theLastFewReportsSayNothingOfARate() {
    assertThat(look(2, 399).enoughSince(FIRST, 1_000)).isFalse();
    assertThat(look(2, 400).enoughSince(FIRST, 1_000)).isTrue();
  }
}
