package dev.paca.streams.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DeadlineTest {
  private final AtomicLong nanos = new AtomicLong(-7);
  private final Deadline deadline = new Deadline(Duration.ofSeconds(2), nanos::get);

  @Test
  void whoeverIsSilentLeavesTheNextItsShare() {
    assertThat(deadline.share(3)).isEqualTo(Duration.ofSeconds(2).dividedBy(3));

    pass(Duration.ofMillis(1500));

    assertThat(deadline.share(2)).isEqualTo(Duration.ofMillis(250));
    assertThat(deadline.share(1)).isEqualTo(Duration.ofMillis(500));
  }

  @Test
  void nothingIsLeftAfterTheEnd() {
    pass(Duration.ofSeconds(5));

    assertThat(deadline.left()).isZero();
    assertThat(deadline.share(1)).isZero();
  }

  @Test
  void itIsEarlyUntilHalfOfTheTimeHasGone() {
    pass(Duration.ofSeconds(1));
    assertThat(deadline.early()).isTrue();

    pass(Duration.ofMillis(1));
    assertThat(deadline.early()).isFalse();
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }
}
