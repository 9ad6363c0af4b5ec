package dev.paca.streams.partials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.internal.Coverage;
import dev.paca.internal.EmptiedSlot;
import dev.paca.internal.MeasureSum;
import dev.paca.internal.PartialTally;
import dev.paca.internal.PartialsMessage;
import dev.paca.internal.TallySource;
import dev.paca.reports.Appraisal;
import dev.paca.scoring.measure.Measures;
import dev.paca.scoring.report.Report;
import dev.paca.scoring.report.ReportType;
import dev.paca.scoring.tally.AppraisedPoints;
import dev.paca.scoring.tally.Place;
import dev.paca.scoring.tally.Tally;
import dev.paca.streams.store.AvroCodec;
import dev.paca.streams.store.LayoutSamples;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A place is told whole once, then only what is another. */
class PartialsOutboxTest {
  private static final Place PLACE = new Place(2022, "66");
  private static final int MEASURE = 11;

  private final PartialsOutbox outbox = new PartialsOutbox(TallySource.LEDGER, 1);
  private final AvroCodec<PartialsMessage> codec = new AvroCodec<>(PartialsMessage.class);
  private final Tally tally = LayoutSamples.tally();

  @Test
  void aPlaceIsToldWholeOnceAndThenWhatIsAnother() {
    assertThat(told(audit()).get(0).getWhole()).isTrue();
    tally.set(MEASURE, 7);
    tally.reports(13);

    PartialTally changed = told(audit()).get(0);
    assertThat(changed.getWhole()).isFalse();
    assertThat(changed.getFigures().getReports()).isEqualTo(13);
    assertThat(changed.getFigures().getSums())
        .containsExactly(new MeasureSum(Measures.id(MEASURE), 7L));
    assertThat(changed.getFigures().getAppraised()).isEmpty();
    assertThat(changed.getCauses()).hasSize(1);
  }

  @Test
  void aSumThatCameBackToNothingIsToldAsZero() {
    tally.set(MEASURE, 7);
    told(audit());
    tally.set(MEASURE, 0);
    assertThat(told(audit()).get(0).getFigures().getSums())
        .containsExactly(new MeasureSum(Measures.id(MEASURE), 0L));
  }

  @Test
  void aSumThatLeavesAndComesBackToSixtyFourBitsIsToldBothTimes() {
    told(audit());
    tally.set(MEASURE, BigInteger.ONE.shiftLeft(70));
    assertThat(told(audit()).get(0).getFigures().getWide()).hasSize(1);
    tally.set(MEASURE, 5);
    assertThat(told(audit()).get(0).getFigures().getSums())
        .containsExactly(new MeasureSum(Measures.id(MEASURE), 5L));
  }

  @Test
  void whatChangedNothingIsNotTold() {
    told(audit());
    assertThat(told(audit())).isEmpty();
  }

  @Test
  void pointsThatWereTakenBackAreToldAsNone() {
    told(audit());
    AppraisedPoints points = tally.winners().iterator().next();
    tally.take(points);
    PartialTally changed = told(appraisal(points)).get(0);
    assertThat(changed.getEmptied())
        .containsExactly(new EmptiedSlot(points.criterion(), points.stage()));
  }

  @Test
  void allPlacesAreToldTogetherAndWhatIsCoveredBehindThem() {
    List<byte[]> records = new ArrayList<>();
    outbox.touchAll(List.of(PLACE, new Place(2022, "46")));
    outbox.flush(
        place -> Optional.of(tally),
        7,
        List.of(LayoutSamples.coverage(TallySource.LEDGER)),
        records::add);
    assertThat(records).hasSize(1);
    assertThat(codec.decodeAll(records.get(0)))
        .extracting(message -> (Object) message.getMessage().getClass())
        .containsExactly(PartialTally.class, PartialTally.class, Coverage.class);
  }

  @Test
  void noRecordIsTooLargeForTheBrokersHoweverManyPlacesAreTold() {
    List<byte[]> records = new ArrayList<>();
    List<Place> places =
        IntStream.range(0, 20_000).mapToObj(code -> new Place(2022, "" + code)).toList();
    outbox.touchAll(places);
    outbox.flush(place -> Optional.of(tally), 7, List.of(), records::add);
    assertThat(records).hasSizeGreaterThan(1).allMatch(record -> record.length <= 256 * 1024);
    assertThat(records.stream().flatMap(record -> codec.decodeAll(record).stream()))
        .extracting(message -> ((PartialTally) message.getMessage()).getProvince())
        .containsExactlyElementsOf(places.stream().map(Place::province).toList());
  }

  private List<PartialTally> told(Report by) {
    List<PartialTally> told = new ArrayList<>();
    outbox.touch(PLACE, by);
    outbox.flush(
        place -> Optional.of(tally),
        7,
        List.of(),
        record ->
            codec
                .decodeAll(record)
                .forEach(message -> told.add((PartialTally) message.getMessage())));
    return told;
  }

  private static Report audit() {
    return LayoutSamples.filed(ReportType.AUDITS, true).latest().report();
  }

  private static Report appraisal(AppraisedPoints points) {
    Appraisal body =
        (Appraisal) LayoutSamples.filed(ReportType.APPRAISALS, true).latest().report().body();
    return Report.of(
        Appraisal.newBuilder(body)
            .setCriterion(points.criterion())
            .setStage(points.stage())
            .build());
  }
}
