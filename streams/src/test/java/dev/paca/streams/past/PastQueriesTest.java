package dev.paca.streams.past;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paca.problems.ProblemCode;
import dev.paca.scoring.draft.SamePlacement;
import dev.paca.scoring.fold.Fold;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.rubric.Rubric;
import dev.paca.streams.query.AsOf;
import dev.paca.streams.query.AsOfText;
import dev.paca.streams.query.EvidenceView;
import dev.paca.streams.query.HistoryView;
import dev.paca.streams.query.ProvinceView;
import dev.paca.streams.query.QueryRefused;
import dev.paca.streams.query.ReportView;
import dev.paca.streams.query.ScoreQueries;
import dev.paca.streams.query.TruthView;
import dev.paca.streams.recount.CommittedInput;
import dev.paca.streams.recount.Entry;
import dev.paca.streams.recount.InputTopic;
import dev.paca.streams.recount.InputUnavailable;
import dev.paca.streams.recount.MemoryInput;
import dev.paca.streams.recount.Recount;
import dev.paca.streams.rubrics.Publication;
import dev.paca.streams.serving.Rescoring;
import dev.paca.streams.serving.Served;
import dev.paca.streams.serving.Snapshot;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Answers about the past are the fold of what was known or had happened by then. */
class PastQueriesTest {
  private final MemoryInput memory =
      new MemoryInput()
          .rubric("2022-01-01T00:00:00Z", 1)
          .audit("2022-06-01T00:00:00Z", "A-1", 1, "2022-05-31", 3)
          .audit("2022-07-01T00:00:00Z", "A-2", 1, "2022-06-30", 10)
          .audit("2022-07-02T00:00:00Z", "A-3", 1, "2022-07-01", 20);
  private final Counting input = new Counting(memory);
  private final AtomicReference<Served> served = new AtomicReference<>(covering(3));

  @Test
  void untilADayOnlyWhatOccurredByThenCounts() {
    assertThat(total("2022-06-30", null)).isEqualByComparingTo("13.00");
    assertThat(total("2022-05-30", null)).isZero();
  }

  @Test
  void atATimeOnlyWhatWasKnownThenCounts() {
    assertThat(total(null, "2022-07-01T00:00:00Z")).isEqualByComparingTo("13.00");
    assertThat(total(null, "2022-06-01")).isEqualByComparingTo("3.00");
  }

  @Test
  void aDayMeansItsEndInVietNam() {
    // 17:00 in Greenwich is midnight in Hà Nội.
    memory.audit("2022-07-03T16:59:59.999Z", "A-4", 1, "2022-07-01", 1);
    memory.audit("2022-07-03T17:00:00Z", "A-5", 1, "2022-07-01", 1);
    assertThat(total(null, "2022-07-03")).isEqualByComparingTo("34.00");
  }

  @Test
  void byAnotherVersionTheSameReportsGiveWhatItsFormulasSay() {
    ProvinceView view =
        asOf(new AsOf(Optional.empty(), Optional.empty(), rubric(3))).province(2022, "94");
    assertThat(view.total()).isEqualByComparingTo("99.00");
    assertThat(view.rubricVersion()).isEqualTo(3);
    assertThat(view.rank()).isEqualTo(1);
  }

  @Test
  void byTheTalliesOrByTheInputAnotherVersionGivesTheSame() {
    AsOf third = new AsOf(Optional.empty(), Optional.empty(), rubric(3));
    ProvinceView folded = asOf(third).province(2022, "94");
    EvidenceView foldedEvidence = asOf(third).evidence(2022, "94", "C.1");
    assertThat(input.folds).isEqualTo(1);

    Recount now = Recount.of(memory, Recount.Options.NOW);
    served.set(
        FoldedScores.served(
            now.assessments(),
            Provinces.standard(),
            now.covered(),
            1_656_720_000_000L,
            dev.paca.streams.freshness.FreshnessTable.NOTHING));
    ProvinceView rescored = asOf(third).province(2022, "94");
    EvidenceView rescoredEvidence = asOf(third).evidence(2022, "94", "C.1");

    assertThat(input.folds).as("the input is not read again").isEqualTo(1);
    assertThat(rescored).usingRecursiveComparison().ignoringFields("truth").isEqualTo(folded);
    assertThat(rescoredEvidence)
        .usingRecursiveComparison()
        .ignoringFields("truth")
        .isEqualTo(foldedEvidence);
  }

  @Test
  void aDraftWithAnotherWindowIsJudgedByOneFoldOfTheInput() {
    Rubric inForce = MemoryInput.rubric(1);
    Rubric draft = MemoryInput.rubric(2, "2022-06-01");
    Rescoring.Outcome outcome =
        new FoldedRescoring(new InputFold(input, 1000))
            .under(inForce, draft, SamePlacement.reasons(inForce, draft));
    assertThat(outcome.now().scores().get("94").total()).isEqualByComparingTo("33.00");
    assertThat(outcome.then().scores().get("94").total()).isEqualByComparingTo("60.00");
    assertThat(outcome.truth().covers()).isEqualTo(Map.of("paca.audits-0", 3L));
    assertThat(input.folds).isEqualTo(1);
  }

  @Test
  void aVersionThatNobodyPublishedIsRefusedNamingThoseThereAre() {
    assertThatThrownBy(() -> asOf(new AsOf(Optional.empty(), Optional.empty(), rubric(7))))
        .isInstanceOf(QueryRefused.class)
        .hasMessage("no version 7 of the rubric of 2022 was published; there are 1, 3");
  }

  @Test
  void beforeTheYearHadARubricTheRefusalSaysWhenItGotOne() {
    assertThatThrownBy(() -> asOf(null, "2021-12-31T00:00:00Z"))
        .isInstanceOf(QueryRefused.class)
        .hasMessage(
            "no rubric of 2022 was known at 2021-12-31T00:00:00Z; the first was published at"
                + " 2022-01-01T00:00:00Z");
  }

  @Test
  void evidenceAddsUpAndShowsWhatCameLaterWithTheReason() {
    EvidenceView evidence = asOf("2022-06-30", null).evidence(2022, "94", "C.1");
    assertThat(evidence.points()).isEqualByComparingTo("13.00");
    assertThat(evidence.measures()).isEqualTo(Map.of("audits.corruptionCases", big(13)));
    assertThat(evidence.settled()).isTrue();
    assertThat(evidence.reports())
        .filteredOn(report -> report.notCounted() != null)
        .extracting(ReportView::reportId, report -> report.notCounted().code())
        .containsExactly(org.assertj.core.api.Assertions.tuple("A-3", "LATER"));
  }

  @Test
  void theAnswerSaysAsOfWhenItIs() {
    ProvinceView view = asOf("2022-06-30", "2022-07-01T07:00:00+07:00").province(2022, "94");
    assertThat(view.truth().until()).isEqualTo("2022-06-30");
    assertThat(view.truth().at()).isEqualTo("2022-07-01T00:00:00Z");
    assertThat(view.truth().asOf()).isEqualTo("2022-07-01T00:00:00Z");
    assertThat(view.truth().covers()).isEqualTo(Map.of("paca.audits-0", 2L));
  }

  @Test
  void theHistoryEndsAtTheTimeAskedAbout() {
    assertThat(asOf(null, "2022-07-01T00:00:00Z").history(2022, "94", Optional.empty()))
        .extracting(HistoryView::at)
        .containsExactly("2022-06-01T00:00:01Z");
    assertThat(asOf("2022-06-30", null).history(2022, "94", Optional.empty())).isEmpty();
  }

  @Test
  void whatWasKnownLongAgoIsFoldedOnce() {
    AsOf asOf = read(null, "2022-07-01T00:00:00Z");
    asOf(asOf).province(2022, "94");
    memory.audit("2022-07-09T00:00:00Z", "A-4", 1, "2022-06-01", 50);
    served.set(covering(4));
    assertThat(asOf(asOf).province(2022, "94").total()).isEqualByComparingTo("13.00");
    assertThat(input.folds).isEqualTo(1);
  }

  @Test
  void whatHappenedByADayIsFoldedAgainOnceNewerInputIsServed() {
    assertThat(total("2022-06-30", null)).isEqualByComparingTo("13.00");
    assertThat(total("2022-06-30", null)).isEqualByComparingTo("13.00");
    assertThat(input.folds).isEqualTo(1);
    memory.audit("2022-07-09T00:00:00Z", "A-4", 1, "2022-06-01", 50);
    served.set(covering(4));
    assertThat(total("2022-06-30", null)).isEqualByComparingTo("63.00");
    assertThat(input.folds).isEqualTo(2);
  }

  @Test
  void moreRecordsThanAllowedAreRefusedSayingWhatToDo() {
    assertThatThrownBy(() -> queries(2).asOf(2022, read("2022-06-30", null)))
        .isInstanceOf(QueryRefused.class)
        .hasMessageContaining("over 2 records (setting past-records)")
        .hasMessageContaining("paca verify --at or --until");
  }

  @Test
  void inputThatCannotBeReadIsRefusedWithoutItsReason() {
    input.broken = true;
    assertThatThrownBy(() -> total("2022-06-30", null))
        .isInstanceOfSatisfying(
            QueryRefused.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.UNAVAILABLE))
        .hasMessage("the input cannot be read at the moment; try again");
  }

  private BigDecimal total(String until, String at) {
    return asOf(until, at).province(2022, "94").total();
  }

  private ScoreQueries asOf(String until, String at) {
    return asOf(read(until, at));
  }

  private ScoreQueries asOf(AsOf asOf) {
    return queries.asOf(2022, asOf);
  }

  private static AsOf read(String until, String at) {
    return AsOfText.read(Optional.ofNullable(until), Optional.ofNullable(at), Optional.empty());
  }

  private final PastQueries queries = queries(1000);

  private PastQueries queries(long most) {
    Clock clock = Clock.fixed(Instant.parse("2022-08-01T00:00:00Z"), ZoneOffset.UTC);
    return new PastQueries(
        this::present,
        new InputFold(input, most),
        year -> List.of(published(1), published(3)),
        (year, province, criterion) ->
            List.of(change("2022-06-01T00:00:01Z"), change("2022-07-01T00:00:01Z")),
        Provinces.standard(),
        clock);
  }

  private Snapshot present() {
    Fold fold = Recount.of(memory, Recount.Options.NOW).fold();
    TruthView truth = new TruthView(null, 0, served.get().covers());
    return new Snapshot(served.get(), new FoldedReports(fold), fold.placer(), truth, Instant.EPOCH);
  }

  private static java.util.OptionalInt rubric(int version) {
    return java.util.OptionalInt.of(version);
  }

  private static java.math.BigInteger big(long value) {
    return java.math.BigInteger.valueOf(value);
  }

  private static Publication published(int version) {
    Rubric rubric = MemoryInput.rubric(version);
    return new Publication(
        version,
        Instant.parse("2022-01-01T00:00:00Z"),
        Optional.empty(),
        Optional.of(rubric),
        Optional.empty());
  }

  private static HistoryView change(String at) {
    BigDecimal points = new BigDecimal("1.00");
    return new HistoryView(at, "TOTAL", points, points, "COMPUTED", 1, List.of(), 0, false);
  }

  private static Served covering(long audits) {
    return new Served(new TreeMap<>(), Map.of("paca.audits-0", audits), 0);
  }

  /** Counts how often the input is folded, and can be out of reach. */
  private static final class Counting implements CommittedInput {
    private final CommittedInput input;
    private int folds;
    private boolean broken;

    private Counting(CommittedInput input) {
      this.input = input;
    }

    @Override
    public int partitions(String topic) {
      return input.partitions(topic);
    }

    @Override
    public InputTopic read(String topic, Consumer<Entry> each) {
      if (broken) {
        throw new InputUnavailable("cannot read from Kafka at 127.0.0.1:1");
      }
      folds += topic.equals("paca.audits") ? 1 : 0;
      return input.read(topic, each);
    }

    @Override
    public boolean grows() {
      return true;
    }
  }
}
