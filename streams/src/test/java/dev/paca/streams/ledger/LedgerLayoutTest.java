package dev.paca.streams.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.scoring.report.Revisions;
import dev.paca.streams.store.GoldenLayout;
import dev.paca.streams.store.LayoutSamples;
import dev.paca.streams.store.LedgerEntryWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;

class LedgerLayoutTest {
  private static final GoldenLayout LAYOUT = new GoldenLayout("reports");
  private final LedgerStore ledger = new LedgerStore();
  private final LedgerEntryWriter entries = new LedgerEntryWriter();

  @Test
  void theStoreIsWrittenAsTheLastReleaseReadsIt() throws IOException {
    KeyValueStore<byte[], byte[]> store = GoldenLayout.emptyStore();
    LayoutSamples.reports()
        .forEach(
            each ->
                ledger.put(
                    store, each.key(), entries.encode(each, each.latest(), Optional.empty())));
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
