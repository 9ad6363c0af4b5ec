package dev.paca.streams.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.scoring.report.Filed;
import dev.paca.scoring.report.ReportType;
import dev.paca.scoring.tally.Place;
import dev.paca.streams.store.GoldenLayout;
import dev.paca.streams.store.LayoutSamples;
import java.io.IOException;
import java.util.Map;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;

class CoverageLayoutTest {
  private static final GoldenLayout LAYOUT = new GoldenLayout("reports-covered");
  private static final Place PLACE = new Place(2022, "94");
  private static final Filed LOST = LayoutSamples.filed(ReportType.SANCTIONS, true).latest();

  @Test
  void theStoreIsWrittenAsTheLastReleaseReadsIt() throws IOException {
    KeyValueStore<byte[], byte[]> store = GoldenLayout.emptyStore();
    InputCoverage coverage = new InputCoverage(2, store);
    coverage.passed("paca.audits", 41, 1_672_531_200_000L);
    assertThat(coverage.tell(3)).isPresent();
    coverage.lost(PLACE, LOST.report());
    LAYOUT.writes(store);
  }

  @Test
  void aStoreOfTheLastReleaseStillOpens() throws IOException {
    InputCoverage coverage = new InputCoverage(2, LAYOUT.releasedStore());
    assertThat(coverage.nextOffsets()).isEqualTo(Map.of("paca.audits", 42L));
    assertThat(coverage.lost())
        .containsExactly(new InputCoverage.Lost(PLACE, "sanctions", LOST.report().key().path()));
  }

  @Test
  void whatWasLostIsForgottenOnceItIsTold() {
    KeyValueStore<byte[], byte[]> store = GoldenLayout.emptyStore();
    InputCoverage coverage = new InputCoverage(2, store);
    coverage.passed("paca.audits", 41, 1_672_531_200_000L);
    coverage.lost(PLACE, LOST.report());
    assertThat(new InputCoverage(2, store).lost()).hasSize(1);

    assertThat(coverage.tell(3)).isPresent();

    assertThat(coverage.lost()).isEmpty();
    assertThat(new InputCoverage(2, store).lost()).isEmpty();
  }
}
