package dev.paca.streams.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.internal.PartialTally;
import dev.paca.internal.ServedCoverage;
import dev.paca.internal.ServedFreshness;
import dev.paca.internal.ServedFreshnessCoverage;
import dev.paca.internal.TallySource;
import dev.paca.reports.Appraisal;
import dev.paca.rubrics.RubricVersion;
import dev.paca.scores.Basis;
import dev.paca.scores.CriterionPoints;
import dev.paca.scores.ProvinceScore;
import dev.paca.scores.RankedProvince;
import dev.paca.scores.Ranking;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.report.Report;
import dev.paca.scoring.report.ReportType;
import dev.paca.scoring.tally.AppraisedPoints;
import dev.paca.scoring.tally.Place;
import dev.paca.scoring.tally.Tally;
import dev.paca.streams.freshness.PartialFreshnesses;
import dev.paca.streams.partials.PartialsOutbox;
import dev.paca.streams.store.GoldenLayout;
import dev.paca.streams.store.LayoutSamples;
import dev.paca.streams.store.StoredTallies;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;

class ScoringLayoutTest {
  private static final GoldenLayout TOPIC = new GoldenLayout("partials-messages");
  private static final GoldenLayout PARTIALS = new GoldenLayout("partials");
  private static final GoldenLayout SERVED = new GoldenLayout("served");
  private static final GoldenLayout FRESHNESS = new GoldenLayout("partials-freshness");
  private static final Place PLACE = new Place(2022, "94");
  private static final BigDecimal POINTS = new BigDecimal("7.25");
  private static final ServedStore.TallyRecords TALLIES = new ServedStore.TallyRecords(3, 41);
  private static final Instant AS_OF = Instant.ofEpochMilli(1_672_531_200_000L);

  @Test
  void theTopicOfPartialsIsWrittenAsTheLastReleaseReadsIt() throws IOException {
    List<GoldenLayout.Entry> entries = new ArrayList<>();
    messages().forEach(each -> entries.add(new GoldenLayout.Entry(new byte[0], each)));
    TOPIC.writes(entries);
  }

  @Test
  void thePartialsAreKeptAsTheLastReleaseReadsThem() throws IOException {
    KeyValueStore<byte[], byte[]> store = GoldenLayout.emptyStore();
    PartialsStore partials = new PartialsStore(store);
    List<byte[]> messages = messages();
    partials.put(partials.decode(messages.get(0)), messages.get(0), 41);
    partials.scored();
    partials.put(partials.decode(messages.get(1)), messages.get(1), 42);
    partials.put(LayoutSamples.coverage(TallySource.LEDGER));
    partials.put(LayoutSamples.coverage(TallySource.MATTERS));
    PARTIALS.writes(store);
  }

  @Test
  void whatPartitionsSayOfFreshnessIsKeptAsTheLastReleaseReadsIt() throws IOException {
    KeyValueStore<byte[], byte[]> store = GoldenLayout.emptyStore();
    PartialFreshnesses partials = new PartialFreshnesses(Provinces.standard(), store);
    partials.put(LayoutSamples.freshness());
    partials.put(LayoutSamples.freshnessCoverage());
    FRESHNESS.writes(store);
  }

  @Test
  void whatPartitionsSaidOfFreshnessIsStillRead() throws IOException {
    PartialFreshnesses kept =
        new PartialFreshnesses(Provinces.standard(), FRESHNESS.releasedStore());
    assertThat(kept.covered()).containsExactly(Map.entry("paca.audits-1", 124L));
    assertThat(kept.provinces()).hasSize(1);
    assertThat(kept.whole(kept.provinces().iterator().next()).getReporters())
        .isEqualTo(LayoutSamples.freshness().getReporters());
    assertThat(kept.put(LayoutSamples.freshness())).as("it says the same").isFalse();
  }

  @Test
  void partialsOfTheLastReleaseAreStillRead() throws IOException {
    PartialsStore kept = new PartialsStore(PARTIALS.releasedStore());
    assertThat(kept.whole(PLACE).tally()).isEqualTo(later());
    assertThat(kept.unscored()).containsOnlyKeys(PLACE);
    assertThat(kept.asOf()).isEqualTo(AS_OF.toEpochMilli());

    List<GoldenLayout.Entry> sent = TOPIC.released();
    assertThat(sent).hasSize(2);
    PartialTally tally = (PartialTally) kept.decode(sent.get(0).value()).get(0);
    assertThat(StoredTallies.tally(tally.getFigures())).isEqualTo(LayoutSamples.tally());
    assertThat(tally.getCauses()).hasSize(1);
    List<Object> second = kept.decode(sent.get(1).value());
    assertThat(second).hasSize(2);
    PartialTally changed = (PartialTally) second.get(0);
    assertThat(changed.getWhole()).isFalse();
    assertThat(changed.getFigures().getSums()).hasSize(1);
    assertThat(changed.getEmptied()).hasSize(1);
    assertThat(second.get(1)).isEqualTo(LayoutSamples.coverage(TallySource.LEDGER));
  }

  @Test
  void whatIsServedIsKeptAsTheLastReleaseReadsIt() throws IOException {
    KeyValueStore<byte[], byte[]> store = GoldenLayout.emptyStore();
    ServedStore served = new ServedStore(store);
    said().forEach(served::put);
    served.tallyRecords(TALLIES);
    SERVED.writes(store);
  }

  @Test
  void whatTheLastReleaseServedIsStillRead() throws IOException {
    ServedStore served = new ServedStore(SERVED.releasedStore());

    said()
        .forEach(
            (key, message) ->
                assertThat(served.message(key).orElseThrow()).hasToString(message.toString()));
    assertThat(served.tallyRecords()).isEqualTo(TALLIES);
    assertThat(served.places()).containsExactly(PLACE);
    assertThat(served.score(PLACE)).isPresent();
    assertThat(served.ranking(PLACE.year())).isPresent();
  }

  private static List<byte[]> messages() {
    List<byte[]> sent = new ArrayList<>();
    PartialsOutbox outbox = new PartialsOutbox(TallySource.LEDGER, 1);
    outbox.touch(PLACE, LayoutSamples.filed(ReportType.SANCTIONS, true).latest().report());
    outbox.flush(place -> Optional.of(LayoutSamples.tally()), 7, List.of(), sent::add);
    outbox.touch(PLACE, appraisal());
    outbox.flush(
        place -> Optional.of(later()),
        7,
        List.of(LayoutSamples.coverage(TallySource.LEDGER)),
        sent::add);
    return sent;
  }

  /** Of the points that the sample has. */
  private static Report appraisal() {
    AppraisedPoints points = LayoutSamples.tally().winners().iterator().next();
    Appraisal body =
        (Appraisal) LayoutSamples.filed(ReportType.APPRAISALS, true).latest().report().body();
    return Report.of(
        Appraisal.newBuilder(body)
            .setCriterion(points.criterion())
            .setStage(points.stage())
            .build());
  }

  /** One sum more, and no points any more. */
  private static Tally later() {
    Tally tally = LayoutSamples.tally();
    tally.set(11, BigInteger.TWO);
    tally.reports(13);
    LayoutSamples.tally().winners().forEach(tally::take);
    return tally;
  }

  private static Map<String, Object> said() {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put(ServedStore.scoreKey(PLACE), score());
    said.put(ServedStore.rankingKey(PLACE.year()), ranking());
    said.put(
        ServedStore.rubricKey(PLACE.year()),
        new RubricVersion("paca", PLACE.year(), 3, "rubric: paca\n"));
    ServedFreshness freshness = LayoutSamples.servedFreshness();
    said.put(ServedStore.freshnessKey(freshness), freshness);
    said.put(
        ServedStore.FRESHNESS_COVERAGE,
        new ServedFreshnessCoverage(new TreeMap<>(Map.of("paca.audits-1", 124L))));
    said.put(
        ServedStore.COVERAGE,
        new ServedCoverage(new TreeMap<>(Map.of("paca.audits-1", 124L)), AS_OF.toEpochMilli()));
    return said;
  }

  private static ProvinceScore score() {
    CriterionPoints full =
        new CriterionPoints(
            "C.1.1", POINTS, POINTS, Basis.FINAL, POINTS, POINTS, POINTS, POINTS, null);
    CriterionPoints none =
        new CriterionPoints(
            "C.1.2", POINTS, POINTS, Basis.NONE, null, null, null, null, "DIVISION_BY_ZERO");
    return ProvinceScore.newBuilder()
        .setYear(PLACE.year())
        .setProvince(PLACE.province())
        .setTotal(POINTS)
        .setMax(new BigDecimal("100.00"))
        .setBasis(Basis.NONE)
        .setTotalIsFinal(true)
        .setRubricVersion(3)
        .setCriteria(List.of(full, none))
        .setWeak(List.of("C.1.2"))
        .setAsOf(AS_OF)
        .build();
  }

  private static Ranking ranking() {
    return Ranking.newBuilder()
        .setYear(PLACE.year())
        .setRubricVersion(3)
        .setOf(2)
        .setMean(POINTS)
        .setRows(
            List.of(
                new RankedProvince(1, "94", POINTS, 9),
                new RankedProvince(null, "01", POINTS, null)))
        .setAsOf(AS_OF)
        .build();
  }
}
