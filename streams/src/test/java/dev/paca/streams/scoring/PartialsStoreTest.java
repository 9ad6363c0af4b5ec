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
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
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

  /** Whatever is told together, and whenever a task takes over. */
  @Property(tries = 100)
  void whatWasToldOfManyTalliesIsReadAgainAndHasABound(@ForAll long seed) {
    new PartialsStoreTest().tellOfMany(new Random(seed));
  }

  private void tellOfMany(Random random) {
    Map<Place, Tally> told = new TreeMap<>();
    PartialsStore kept = partials;
    for (int step = 0; step < 300; step++) {
      List<Place> places = new ArrayList<>();
      for (int each = 0; each <= random.nextInt(4); each++) {
        Place place = new Place(2022, "" + random.nextInt(1 + random.nextInt(12)));
        told.computeIfAbsent(place, p -> LayoutSamples.tally())
            .set(random.nextInt(Measures.count()), random.nextInt(1_000));
        places.add(place);
      }
      places.forEach(place -> outbox.touch(place, report()));
      PartialsStore by = kept;
      outbox.flush(
          place -> Optional.of(told.get(place)),
          7,
          List.of(),
          record -> by.put(by.decode(record), record, offset++));
      if (random.nextInt(3) == 0) {
        kept.scored();
      }
      if (random.nextInt(20) == 0) {
        assertThat(new PartialsStore(store).unscored().keySet())
            .isEqualTo(kept.unscored().keySet());
        kept = new PartialsStore(store);
      }
      PartialsStore now = kept;
      told.forEach((place, tally) -> assertThat(now.whole(place).tally()).isEqualTo(tally));
    }
    int wholes = 0;
    for (Place place : told.keySet()) {
      wholes += codec.encode(new PartialsMessage(whole(place, told.get(place), 7))).length;
    }
    assertThat(bytes()).isLessThan(7 * wholes);
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
    assertThat(put(change)).isEmpty();
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
    put(whole);
    assertThat(Measures.indexOfId(UNKNOWN)).isEmpty();
    try (KeyValueIterator<byte[], byte[]> all = store.all()) {
      PartialTally kept = (PartialTally) partials.decode(all.next().value).get(0);
      assertThat(kept.getFigures().getSums()).containsExactly(new MeasureSum(UNKNOWN, 5L));
    }
  }

  /** What the outbox says of the tally, put by the store. */
  private void heard() {
    outbox.touch(PLACE, report());
    outbox.flush(place -> Optional.of(tally), 7, List.of(), this::put);
  }

  private void put(byte[] record) {
    partials.put(partials.decode(record), record, offset++);
  }

  private List<PartialTally> put(PartialTally told) {
    byte[] record = codec.encode(new PartialsMessage(told));
    return partials.put(partials.decode(record), record, 0);
  }

  private PartialTally whole(long placedBy) {
    return whole(PLACE, tally, placedBy);
  }

  private PartialTally whole(Place place, Tally of, long placedBy) {
    PartialsOutbox first = new PartialsOutbox(TallySource.LEDGER, 1);
    first.touch(place, report());
    List<byte[]> sent = new ArrayList<>();
    first.flush(p -> Optional.of(of), placedBy, List.of(), sent::add);
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
