package dev.paca.scoring.tally;

import static dev.paca.scoring.ReportSamples.appraisal;
import static dev.paca.scoring.ReportSamples.audit;
import static dev.paca.scoring.ReportSamples.filed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.reports.Appraisal;
import dev.paca.reports.AppraisalStage;
import dev.paca.reports.ReportStatus;
import dev.paca.scoring.RubricSamples;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.report.Filed;
import dev.paca.scoring.report.Revisions;
import dev.paca.scoring.rubric.Rubrics;
import dev.paca.scoring.tally.Placement.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacerTest {
  private final Placer placer = new Placer(Provinces.standard(), RubricSamples.all());

  @ParameterizedTest
  @CsvSource({
    "2020-12-16, 2021/94",
    "2021-12-15, 2021/94",
    "2021-12-16, 2022/94",
    "2022-12-15, 2022/94",
    "2022-12-16, 2023/94",
    "2023-12-15, 2023/94",
    "2024-01-01, 2024/94",
    "2024-12-15, 2024/94",
  })
  void bothEndsOfAWindowBelongToIt(String day, String place) {
    assertThat(places("94", day)).containsExactly(place);
  }

  @ParameterizedTest
  @CsvSource({"2023-12-16", "2023-12-24", "2023-12-31"})
  void whatHappensWhereTwoWindowsOverlapCountsInBoth(String day) {
    assertThat(places("94", day)).containsExactly("2023/94", "2024/94");
    Placement placement = place(report("94", day));
    assertThat(placement.places()).containsExactly(new Place(2023, "94"), new Place(2024, "94"));
  }

  @Test
  void whatAnOlderProvinceReportedCountsForItsSuccessor() {
    assertThat(places("94", "2025-03-01")).containsExactly("2025/92");
    assertThat(places("10", "2025-06-30")).containsExactly("2025/15");
    assertThat(places("15", "2025-06-30")).containsExactly("2025/15");
    assertThat(places("27", "2025-01-10")).containsExactly("2025/24");
    assertThat(places("15", "2025-07-01")).containsExactly("2025/15");
  }

  @Test
  void aReusedCodeCountsForTheProvinceItMeantThen() {
    assertThat(places("91", "2022-05-04")).containsExactly("2022/91");
    assertThat(places("89", "2025-02-01")).containsExactly("2025/91");
    assertThat(places("82", "2024-12-20")).containsExactly("2025/82");
    assertThat(places("87", "2024-12-20")).containsExactly("2025/82");
  }

  @Test
  void aReportInNoKnownWindowWaits() {
    Placement placement = place(report("94", "2019-05-04"));
    assertThat(placement.counts()).isFalse();
    assertReasons(placement, nowhere(Reason.NO_WINDOW));
    assertReasons(
        new Placer(Provinces.standard(), Rubrics.none())
            .place(Revisions.of(report("94", "2022-05-04"))),
        nowhere(Reason.NO_WINDOW));
  }

  @Test
  void aWaitingReportIsPlacedWhenARubricCoversIt() {
    Filed filed = report("94", "2022-05-04");
    Rubrics later = Rubrics.none().with(RubricSamples.of(2022));
    assertThat(new Placer(Provinces.standard(), later).place(Revisions.of(filed)).places())
        .containsExactly(new Place(2022, "94"));
  }

  @Test
  void aRetractedReportGivesNothingAndSaysSo() {
    Placement placement = place(filed(audit().setStatus(ReportStatus.RETRACTED).build()));
    assertThat(placement.counts()).isFalse();
    assertReasons(placement, nowhere(Reason.RETRACTED));
  }

  @Test
  void theDeadlineIsTheEndOfItsDayInVietNamByTheBrokersTime() {
    SpecificRecord body = audit().setOccurredOn(LocalDate.of(2024, 5, 4)).build();
    long lastMoment = Instant.parse("2026-02-15T16:59:59.999Z").toEpochMilli();
    assertThat(place(filed(body, lastMoment, 0)).places()).containsExactly(new Place(2024, "94"));
    Placement late = place(filed(body, lastMoment + 1, 0));
    assertThat(late.counts()).isFalse();
    assertReasons(late, in(2024, Reason.LATE));
  }

  @Test
  void lateForOneYearIsNotLateForTheOther() {
    SpecificRecord body = audit().setOccurredOn(LocalDate.of(2023, 12, 20)).build();
    Placement placement =
        place(filed(body, Instant.parse("2026-03-01T00:00:00Z").toEpochMilli(), 0));
    assertThat(placement.places()).containsExactly(new Place(2023, "94"));
    assertReasons(placement, in(2024, Reason.LATE));
  }

  @Test
  void aCorrectionAfterTheDeadlineLeavesInForceWhatWasSaidBeforeIt() {
    Filed timely = in2023And2024(1, 3, "2026-02-15T10:00:00Z");
    Filed late = in2023And2024(2, 9, "2026-02-16T10:00:00Z");
    Placement placement = place(timely, late);
    assertThat(placement.counted())
        .containsExactly(
            new Placement.Counted(new Place(2023, "94"), late),
            new Placement.Counted(new Place(2024, "94"), timely));
    assertReasons(placement, in(2024, Reason.LATE));
    assertThat(placement.notCounted().get(0).revision()).isEqualTo(late);
  }

  @Test
  void aRetractionAfterTheDeadlineLeavesInForceWhatWasSaidBeforeIt() {
    Filed timely = in2023And2024(1, 3, "2026-02-15T10:00:00Z");
    Filed late =
        filed(
            audit()
                .setRevision(2L)
                .setOccurredOn(LocalDate.of(2023, 12, 20))
                .setStatus(ReportStatus.RETRACTED)
                .build(),
            Instant.parse("2026-02-16T10:00:00Z").toEpochMilli(),
            1);
    Placement placement = place(timely, late);
    assertThat(placement.counted())
        .containsExactly(new Placement.Counted(new Place(2024, "94"), timely));
    assertReasons(placement, in(2024, Reason.LATE));
  }

  @Test
  void aCorrectionBeforeTheDeadlineReplacesWhatWasSaid() {
    Filed first = in2023And2024(1, 3, "2026-02-14T10:00:00Z");
    Filed second = in2023And2024(2, 9, "2026-02-15T10:00:00Z");
    Placement placement = place(first, second);
    assertThat(placement.counted()).extracting(Placement.Counted::by).containsOnly(second);
    assertThat(placement.notCounted()).isEmpty();
  }

  private static Filed in2023And2024(long revision, long cases, String receivedAt) {
    return filed(
        audit()
            .setRevision(revision)
            .setOccurredOn(LocalDate.of(2023, 12, 20))
            .setCorruptionCases(cases)
            .build(),
        Instant.parse(receivedAt).toEpochMilli(),
        revision);
  }

  @Test
  void anAppraisalBelongsToTheYearItNamesWheneverItIsMade() {
    long late = Instant.parse("2026-06-01T00:00:00Z").toEpochMilli();
    Appraisal body =
        graded("C.1").setAssessmentYear(2024).setOccurredOn(LocalDate.of(2025, 6, 1)).build();
    assertThat(place(filed(body, late, 0)).places()).containsExactly(new Place(2024, "94"));
  }

  @Test
  void anAppraisalOfARenamedProvinceBelongsToWhatItWas() {
    Appraisal hue =
        graded("C.1")
            .setAssessmentYear(2024)
            .setProvince("46")
            .setOccurredOn(LocalDate.of(2025, 11, 1))
            .build();
    assertThat(place(filed(hue)).places()).containsExactly(new Place(2024, "46"));
  }

  @Test
  void anAppraisalOfAMergedProvinceCannotDecideAboutAYearBeforeTheMerger() {
    Appraisal laoCai =
        graded("C.1")
            .setAssessmentYear(2024)
            .setProvince("15")
            .setOccurredOn(LocalDate.of(2025, 11, 1))
            .build();
    assertReasons(place(filed(laoCai)), in(2024, Reason.NOT_IN_PROVINCE_SET));
  }

  @Test
  void anAppraisalNamesALeafOfTheYearsRubricOrTheTotal() {
    assertThat(place(filed(graded("D.1").build())).counts()).isTrue();
    assertThat(place(filed(graded("TOTAL").build())).counts()).isTrue();
    assertReasons(place(filed(graded("C").build())), in(2022, Reason.NOT_A_LEAF));
    assertReasons(place(filed(graded("Z.9").build())), in(2022, Reason.UNKNOWN_CRITERION));
  }

  @Test
  void anAppraisalOfAYearWithoutARubricWaits() {
    assertReasons(
        place(filed(graded("C.1").setAssessmentYear(2030).build())), nowhere(Reason.NO_WINDOW));
  }

  @Test
  void everyReasonIsSaidInBothLanguages() {
    for (Reason reason : Reason.values()) {
      assertThat(reason.vi()).isNotBlank().isNotEqualTo(reason.en());
      assertThat(reason.en()).isNotBlank();
    }
  }

  @Test
  void placesAreOrderedByYearThenCode() {
    assertThat(new Place(2022, "94")).isLessThan(new Place(2023, "01"));
    assertThat(new Place(2022, "94")).isGreaterThan(new Place(2022, "92"));
    assertThat(new Place(2022, "94").key()).isEqualTo("2022/94");
  }

  private static Appraisal.Builder graded(String criterion) {
    return appraisal(criterion, AppraisalStage.FINAL, "1");
  }

  private Placement place(Filed... revisions) {
    return placer.place(new Revisions(List.of(revisions)));
  }

  private static void assertReasons(Placement placement, String... reasons) {
    assertThat(placement.notCounted())
        .extracting(
            not ->
                (not.year().isPresent() ? not.year().getAsInt() : "nowhere") + " " + not.reason())
        .containsExactly(reasons);
  }

  private List<String> places(String province, String day) {
    return place(report(province, day)).places().stream().map(Place::key).toList();
  }

  private static Filed report(String province, String day) {
    return filed(audit().setProvince(province).setOccurredOn(LocalDate.parse(day)).build());
  }

  private static String nowhere(Reason reason) {
    return "nowhere " + reason;
  }

  private static String in(int year, Reason reason) {
    return year + " " + reason;
  }
}
