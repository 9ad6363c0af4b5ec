package dev.paca.streams.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.internal.MeasureSum;
import dev.paca.internal.PartialTally;
import dev.paca.internal.PartialsMessage;
import dev.paca.internal.TallyFigures;
import dev.paca.internal.TallySource;
import dev.paca.scoring.measure.Measures;
import dev.paca.scoring.report.Report;
import dev.paca.scoring.report.ReportType;
import dev.paca.scoring.tally.Place;
import dev.paca.scoring.tally.Tally;
import dev.paca.streams.partials.PartialsOutbox;
import dev.paca.streams.store.AvroCodec;
import dev.paca.streams.store.GoldenLayout;
import dev.paca.streams.store.LayoutSamples;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;

/** What partitions told of their tallies is known again by whichever task takes over. */
class PartialsStoreTest {
  private static final Place PLACE = new Place(2022, "46");
  private static final int MEASURE = 11;
  private static final int UNKNOWN = 4711;

  private final KeyValueStore<byte[], byte[]> store = GoldenLayout.emptyStore();
  private final PartialsStore partials = new PartialsStore(store);
  private final PartialsOutbox outbox = new PartialsOutbox(TallySource.LEDGER, 1);
  private final AvroCodec<PartialsMessage> codec = new AvroCodec<>(PartialsMessage.class);
  private final Tally tally = LayoutSamples.tally();
  private long offset;

  @Test
  void whatChangedSinceATallyWasToldWholeIsReadAgain() {
    heard();
    for (int sum = 1; sum <= 3; sum++) {
      tally.set(MEASURE, sum);
      heard();
    }
    assertThat(partials.whole(PLACE).tally()).isEqualTo(tally);
    assertThat(new PartialsStore(store).whole(PLACE).tally()).isEqualTo(tally);
  }

  @Test
  void whatIsKeptOfATallyHasABoundHoweverOftenItChanges() {
    heard();
    int most = 0;
    for (int sum = 1; sum <= 500; sum++) {
      tally.set(MEASURE, sum);
      heard();
      partials.scored();
      most = Math.max(most, bytes());
    }
    int whole = codec.encode(new PartialsMessage(whole(0))).length;
    assertThat(most).isLessThan(6 * whole);
    assertThat(new PartialsStore(store).whole(PLACE).tally()).isEqualTo(tally);
  }

  @Test
  void theReportsBehindWhatIsNotScoredAreKnownAgain() {
    heard();
    partials.scored();
    tally.set(MEASURE, 1);
    heard();
    assertThat(new PartialsStore(store).unscored()).containsOnlyKeys(PLACE);
    partials.scored();
    assertThat(new PartialsStore(store).unscored()).isEmpty();
  }

  @Test
  void aChangeOfWhatWasNeverToldWholeIsNotCounted() {
    PartialTally change = whole(7);
    change = PartialTally.newBuilder(change).setWhole(false).build();
    assertThat(partials.put(change, codec.encode(new PartialsMessage(change)), 0)).isFalse();
    assertThat(partials.placedBy(PLACE.year(), 7)).isZero();
    assertThat(partials.whole(PLACE).tally().isEmpty()).isTrue();
  }

  @Test
  void sumsThatThisReleaseDoesNotKnowAreKeptForOneThatDoes() {
    PartialTally whole =
        PartialTally.newBuilder(whole(7))
            .setFigures(
                new TallyFigures(1L, List.of(new MeasureSum(UNKNOWN, 5L)), List.of(), List.of()))
            .build();
    partials.put(whole, codec.encode(new PartialsMessage(whole)), 0);
    assertThat(Measures.indexOfId(UNKNOWN)).isEmpty();
    try (KeyValueIterator<byte[], byte[]> all = store.all()) {
      PartialTally kept = (PartialTally) partials.decode(all.next().value);
      assertThat(kept.getFigures().getSums()).containsExactly(new MeasureSum(UNKNOWN, 5L));
    }
  }

  /** What the outbox says of the tally, put by the store. */
  private void heard() {
    outbox.touch(PLACE, report());
    outbox.flush(
        place -> Optional.of(tally),
        7,
        message -> partials.put((PartialTally) partials.decode(message), message, offset++));
  }

  private PartialTally whole(long placedBy) {
    PartialsOutbox first = new PartialsOutbox(TallySource.LEDGER, 1);
    first.touch(PLACE, report());
    List<byte[]> sent = new ArrayList<>();
    first.flush(place -> Optional.of(tally), placedBy, sent::add);
    return (PartialTally) codec.decode(sent.get(0)).getMessage();
  }

  private static Report report() {
    return LayoutSamples.filed(ReportType.AUDITS, true).latest().report();
  }

  private int bytes() {
    int bytes = 0;
    try (KeyValueIterator<byte[], byte[]> all = store.all()) {
      while (all.hasNext()) {
        KeyValue<byte[], byte[]> entry = all.next();
        bytes += entry.key.length + entry.value.length;
      }
    }
    return bytes;
  }
}
