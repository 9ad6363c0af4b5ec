package dev.paca.streams.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.scoring.report.Revisions;
import dev.paca.streams.store.GoldenLayout;
import dev.paca.streams.store.LayoutSamples;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;

class LedgerLayoutTest {
  private static final GoldenLayout LAYOUT = new GoldenLayout("reports");
  private final LedgerStore ledger = new LedgerStore();

  @Test
  void theStoreIsWrittenAsTheLastReleaseReadsIt() throws IOException {
    KeyValueStore<byte[], byte[]> store = GoldenLayout.emptyStore();
    LayoutSamples.reports().forEach(each -> ledger.put(store, each));
    LAYOUT.writes(store);
  }

  @Test
  void aStoreOfTheLastReleaseStillOpens() throws IOException {
    KeyValueStore<byte[], byte[]> store = LAYOUT.releasedStore();
    List<Revisions> found = new ArrayList<>();
    ledger.scan(store, found::add);

    assertThat(found).containsExactlyElementsOf(LayoutSamples.reports());
    assertThat(found).allMatch(each -> ledger.get(store, each.key()).isPresent());
  }
}
