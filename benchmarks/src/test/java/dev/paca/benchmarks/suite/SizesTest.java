package dev.paca.benchmarks.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;

class SizesTest {

  @Test
  void latencyHasAReportForEveryMomentOfItsSchedule() {
    assertThat(Sizes.FULL.forLatency())
        .isEqualTo(2 * 10 * 5_000 + (10 + 20) * (1_000 + 5_000 + 10_000));
  }

  @Test
  void aQuickRunMeasuresTheSameRates() {
    assertThat(Sizes.QUICK.rates()).isEqualTo(Sizes.FULL.rates());
  }

  @Test
  void whatIsAskedForIsWhatIsMeasured() {
    Sizes sizes = Sizes.QUICK.withReports(12_345).withGrowthReports(23_456);
    assertThat(sizes.named())
        .containsEntry("reports", 12_345L)
        .containsEntry("growth-reports", 23_456L);
    assertThat(sizes.restarts()).isEqualTo(Sizes.QUICK.restarts());
  }

  @Test
  void everyPartHasANameOfItsOwn() {
    assertThat(new HashSet<>(Parts.names())).hasSameSizeAs(Parts.names());
    assertThat(Parts.names())
        .containsExactly(
            "drain", "instances", "query", "rescore", "latency", "restore", "growth", "core");
  }
}
