package dev.paca.streams.rubrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.streams.store.GoldenLayout;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HistoryLayoutTest {
  private static final GoldenLayout LAYOUT = new GoldenLayout("rubrics");
  private static final HistoryEntry PUBLISHED =
      new HistoryEntry("2022", 5, 1_672_531_200_000L, Optional.of(new byte[] {0, 0, 0, 0, 9, 7}));
  private static final HistoryEntry TOMBSTONE =
      new HistoryEntry("paca-2023", 4_294_967_296L, 1_672_531_200_001L, Optional.empty());

  @Test
  void theHistoryIsWrittenAsTheLastReleaseReadsIt() throws IOException {
    LAYOUT.writes(List.of(entry(PUBLISHED), entry(TOMBSTONE)));
  }

  @Test
  void aHistoryOfTheLastReleaseIsStillRead() throws IOException {
    List<GoldenLayout.Entry> released = LAYOUT.released();

    HistoryEntry published = HistoryEntry.of(released.get(0).key(), released.get(0).value());
    assertThat(published.key()).isEqualTo(PUBLISHED.key());
    assertThat(published.offset()).isEqualTo(PUBLISHED.offset());
    assertThat(published.publishedAt()).isEqualTo(PUBLISHED.publishedAt());
    assertThat(published.value())
        .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(PUBLISHED.value().orElseThrow()));
    assertThat(HistoryEntry.of(released.get(1).key(), released.get(1).value()))
        .isEqualTo(TOMBSTONE);
  }

  private static GoldenLayout.Entry entry(HistoryEntry entry) {
    return new GoldenLayout.Entry(entry.storeKey(), entry.storeValue());
  }
}
