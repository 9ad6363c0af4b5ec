package dev.paca.benchmarks.latency;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PendingTest {
  private static final long MS = 1_000_000;
  private final Pending pending = new Pending();

  @Test
  void aReportTakesUntilTheScoreCoversItsOffset() {
    pending.acknowledged("a-0", 10, 100 * MS);
    pending.covered("a-0", 10, 150 * MS);
    assertThat(pending.open()).isEqualTo(1);
    pending.covered("a-0", 11, 190 * MS);
    assertThat(pending.open()).isZero();
    assertThat(pending.percentiles().count()).isEqualTo(1);
    assertThat(pending.percentiles().max()).isBetween(89.9, 90.1);
  }

  @Test
  void everyReportThatIsCoveredAtOnceCounts() {
    for (int offset = 0; offset < 100; offset++) {
      pending.acknowledged("a-0", offset, offset * MS);
    }
    pending.covered("a-0", 100, 100 * MS);
    assertThat(pending.percentiles().count()).isEqualTo(100);
    assertThat(pending.percentiles().p50()).isBetween(49.0, 51.0);
    assertThat(pending.percentiles().p99()).isBetween(98.0, 100.1);
  }

  @Test
  void partitionsDoNotAnswerForEachOther() {
    pending.acknowledged("a-0", 5, 0);
    pending.covered("a-1", 100, MS);
    assertThat(pending.open()).isEqualTo(1);
  }

  @Test
  void aScoreThatOvertookTheAcknowledgementTookNoTime() throws InterruptedException {
    pending.covered("a-0", 6, 10 * MS);
    pending.acknowledged("a-0", 5, 12 * MS);
    assertThat(pending.awaitAll(0)).isZero();
    assertThat(pending.percentiles().count()).isEqualTo(1);
    assertThat(pending.percentiles().max()).isZero();
  }

  @Test
  void whatIsNeverCoveredIsTold() throws InterruptedException {
    pending.acknowledged("a-0", 5, 0);
    assertThat(pending.awaitAll(1)).isEqualTo(1);
    assertThat(pending.percentiles().count()).isZero();
  }
}
