package dev.paca.streams.freshness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.internal.FreshnessCoverage;
import dev.paca.internal.PartialFreshness;
import dev.paca.internal.PartialsMessage;
import dev.paca.scoring.province.Provinces;
import dev.paca.streams.store.AvroCodec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LedgerFreshnessTest {
  private static final long START = 1_700_000_000_000L;
  private static final Map<String, Long> FIRST = Map.of("paca.audits", 5L);
  private static final Map<String, Long> LATER = Map.of("paca.audits", 9L);
  private static final int PROVINCES = Provinces.standard().all().size();

  private final AvroCodec<PartialsMessage> codec = new AvroCodec<>(PartialsMessage.class);
  private final LedgerFreshness freshness = new LedgerFreshness(0, Provinces.standard());
  private final List<Object> told = new ArrayList<>();

  @Test
  void whatIsToldAtOnceWouldHoldReportsUpAndIsSpreadOverASecond() {
    int most = 0;
    for (int ms = 0; ms < 1_000; ms += 50) {
      int before = told.size();
      flush(ms, FIRST);
      most = Math.max(most, told.size() - before);
    }
    assertThat(most).isBetween(1, PROVINCES / 20 + 2);
    flush(1_000, FIRST);
    assertThat(told.stream().filter(PartialFreshness.class::isInstance)).hasSize(PROVINCES);
  }

  @Test
  void coverageComesLastAndSaysHowFarWasReadWhenItWasGathered() {
    flush(0, FIRST);
    freshness.advance();
    flush(500, LATER);
    flush(1_000, LATER);
    assertThat(told).hasSize(PROVINCES + 1);
    assertThat(told.get(PROVINCES)).isEqualTo(new FreshnessCoverage(0, new TreeMap<>(FIRST)));
    flush(1_950, LATER);
    assertThat(told).hasSize(PROVINCES + 1);
    flush(2_000, LATER);
    assertThat(told.get(PROVINCES + 1)).isEqualTo(new FreshnessCoverage(0, new TreeMap<>(LATER)));
  }

  @Test
  void whoFlushesSeldomTellsAllAtOnce() {
    flush(0, FIRST);
    flush(5_000, FIRST);
    assertThat(told).hasSize(PROVINCES + 1);
  }

  @Test
  void aClockThatIsSetBackByMonthsHoldsNothingBack() {
    flush(0, FIRST);
    flush(-Duration.ofDays(300).toMillis(), FIRST);
    assertThat(told).hasSize(PROVINCES + 1);
  }

  private void flush(long ms, Map<String, Long> nextOffsets) {
    freshness.flush(
        START + ms,
        nextOffsets,
        each -> {},
        message -> told.add(codec.decode(message).getMessage()));
  }
}
