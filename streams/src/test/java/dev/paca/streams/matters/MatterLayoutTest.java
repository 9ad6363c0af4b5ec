package dev.paca.streams.matters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.internal.MatterEvent;
import dev.paca.internal.TallySource;
import dev.paca.scoring.report.ReportType;
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

class MatterLayoutTest {
  private static final GoldenLayout STORE = new GoldenLayout("matters");
  private static final GoldenLayout TOPIC = new GoldenLayout("matters-messages");
  private static final Revisions REPORT = LayoutSamples.filed(ReportType.AUDITS, true);

  private final MatterMessages messages = new MatterMessages();
  private final MatterStore matters = new MatterStore();

  @Test
  void theTopicIsWrittenAsTheLastReleaseReadsIt() throws IOException {
    List<GoldenLayout.Entry> entries = new ArrayList<>();
    joinsAndLeaves().forEach(each -> entries.add(new GoldenLayout.Entry(each.key(), each.value())));
    byte[] coverage = messages.coverage(LayoutSamples.coverage(TallySource.LEDGER));
    entries.add(new GoldenLayout.Entry(MatterMessages.toPartition(2), coverage));
    TOPIC.writes(entries);
  }

  @Test
  void messagesOfTheLastReleaseAreStillRead() throws IOException {
    List<GoldenLayout.Entry> released = TOPIC.released();

    assertThat(released).hasSize(3);
    MatterEvent joined = (MatterEvent) messages.decode(released.get(0).value());
    MatterEvent left = (MatterEvent) messages.decode(released.get(1).value());
    assertThat(joined.getReport()).isEqualTo(REPORT.key().path());
    assertThat(left.getEntry()).isNull();
    assertThat(messages.decode(released.get(2).value()))
        .isEqualTo(LayoutSamples.coverage(TallySource.LEDGER));
  }

  @Test
  void theStoreIsWrittenAsTheLastReleaseReadsIt() throws IOException {
    KeyValueStore<byte[], byte[]> store = GoldenLayout.emptyStore();
    matters.apply(store, (MatterEvent) messages.decode(joinsAndLeaves().get(0).value()));
    matters.passedOn(store, LayoutSamples.coverage(TallySource.LEDGER));
    STORE.writes(store);
  }

  @Test
  void aStoreOfTheLastReleaseStillOpens() throws IOException {
    KeyValueStore<byte[], byte[]> store = STORE.releasedStore();
    String matter = REPORT.matterIds().iterator().next();

    assertThat(matters.reports(store, matter)).containsExactly(REPORT);
    matters.scan(store, (id, reports) -> assertThat(id).isEqualTo(matter));
    assertThat(matters.passedOn(store)).containsExactly(LayoutSamples.coverage(TallySource.LEDGER));
  }

  private List<MatterMessages.Message> joinsAndLeaves() {
    List<MatterMessages.Message> all =
        new ArrayList<>(messages.events(Optional.empty(), REPORT, entry(REPORT)));
    Revisions without = LayoutSamples.filed(ReportType.AUDITS, false);
    all.addAll(messages.events(Optional.of(REPORT), without, entry(without)));
    return all;
  }

  private static byte[] entry(Revisions report) {
    return new LedgerEntryWriter().encode(report, report.latest(), Optional.empty());
  }
}
