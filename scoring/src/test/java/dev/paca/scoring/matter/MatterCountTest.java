package dev.paca.scoring.matter;

import static dev.paca.scoring.ReportSamples.audit;
import static dev.paca.scoring.ReportSamples.conflict;
import static dev.paca.scoring.ReportSamples.denunciation;
import static dev.paca.scoring.ReportSamples.filed;
import static dev.paca.scoring.ReportSamples.prosecution;
import static dev.paca.scoring.ReportSamples.recovery;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.reports.ReportStatus;
import dev.paca.scoring.RubricSamples;
import dev.paca.scoring.measure.MeasureVector;
import dev.paca.scoring.measure.Measures;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.report.Filed;
import dev.paca.scoring.report.Report;
import dev.paca.scoring.report.Revisions;
import dev.paca.scoring.tally.Place;
import dev.paca.scoring.tally.Placer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class MatterCountTest {
  private static final String MATTER = "VA-1";
  private static final LocalDate DAY = LocalDate.of(2022, 5, 4);
  private final Placer placer = new Placer(Provinces.standard(), RubricSamples.all());

  @Test
  void aCaseThatFourAgenciesReportCountsOnce() {
    MatterTallies tallies = new MatterTallies(placer);
    replace(
        tallies,
        List.of(),
        List.of(audited(DAY), denounced(DAY.plusDays(9)), prosecuted(DAY.plusDays(20), "CA94")),
        (place, report) -> {});
    assertThat(tallies.places()).containsExactly(new Place(2022, "94"));
    assertThat(sum(tallies, "matters.detected")).isEqualTo(1);
    assertThat(sum(tallies, "matters.detected.audits")).isEqualTo(1);
    assertThat(sum(tallies, "matters.detected.denunciations")).isZero();
    assertThat(sum(tallies, "matters.detected.prosecutions")).isZero();
  }

  @Test
  void theEarliestReportDecidesThenTheTypeThenTheAgencyThenTheId() {
    List<Filed> inOrder =
        List.of(
            prosecuted(DAY.minusDays(1), "Z"),
            audited(DAY),
            denounced(DAY),
            prosecuted(DAY, "A"),
            filed(prosecution().setMatterId(MATTER).setAgency("B").setReportId("1").build()),
            filed(prosecution().setMatterId(MATTER).setAgency("B").setReportId("2").build()));
    List<Filed> reports = new ArrayList<>(inOrder);
    Collections.reverse(reports);
    for (Filed earliest : inOrder) {
      assertThat(count(reports)).get().extracting(MatterCount::by).isEqualTo(earliest);
      reports.remove(earliest);
    }
    assertThat(count(reports)).isEmpty();
  }

  @Test
  void onlyReportsThatShowCorruptionCount() {
    assertThat(of(filed(audit().setMatterId(MATTER).build()))).isFalse();
    assertThat(of(filed(audit().setMatterId(MATTER).setCorruptionCases(0L).build()))).isFalse();
    assertThat(of(filed(audit().setMatterId(MATTER).setCorruptionCases(1L).build()))).isTrue();
    assertThat(of(filed(denunciation().setMatterId(MATTER).setCorruptionCases(0L).build())))
        .isFalse();
    assertThat(of(filed(denunciation().setMatterId(MATTER).setCorruptionCases(2L).build())))
        .isTrue();
    assertThat(of(filed(prosecution().setMatterId(MATTER).build()))).isTrue();
    assertThat(of(filed(recovery().setMatterId(MATTER).setRecoveredVnd(9L).build()))).isFalse();
    assertThat(of(filed(conflict().setMatterId(MATTER).setDetected(9L).build()))).isFalse();
    assertThat(
            of(filed(prosecution().setMatterId(MATTER).setStatus(ReportStatus.RETRACTED).build())))
        .isFalse();
  }

  @Test
  void onlyByReportsThatShowCorruptionMayACaseCount() {
    assertThat(mayBe(filed(audit().setMatterId(MATTER).setCorruptionCases(1L).build()))).isTrue();
    assertThat(mayBe(filed(prosecution().setMatterId(MATTER).build()))).isTrue();
    assertThat(mayBe(filed(audit().setMatterId(MATTER).build()))).isFalse();
    assertThat(mayBe(filed(audit().setMatterId("other").setCorruptionCases(1L).build()))).isFalse();
    assertThat(mayBe(filed(recovery().setMatterId(MATTER).setRecoveredVnd(9L).build()))).isFalse();
  }

  @Test
  void aReportThatCountsNowhereDoesNotMakeItsCaseCount() {
    Filed waiting = prosecuted(LocalDate.of(2019, 1, 1), "CA94");
    assertThat(of(waiting)).isFalse();
    assertThat(count(List.of(waiting, audited(DAY))))
        .get()
        .extracting(count -> count.by().report().type().word())
        .isEqualTo("audits");
  }

  @Test
  void aCaseCountsInTheYearsAndProvinceOfItsEarliestReport() {
    Filed overlap =
        filed(
            audit()
                .setMatterId(MATTER)
                .setCorruptionCases(1L)
                .setOccurredOn(LocalDate.of(2023, 12, 20))
                .build());
    Filed elsewhere =
        filed(
            prosecution()
                .setMatterId(MATTER)
                .setProvince("92")
                .setOccurredOn(LocalDate.of(2024, 3, 1))
                .build());
    assertThat(count(List.of(elsewhere, overlap)))
        .get()
        .extracting(MatterCount::places)
        .isEqualTo(List.of(new Place(2023, "94"), new Place(2024, "94")));
  }

  @Test
  void aCaseGivesOneToItsTypeAndOneToAll() {
    MeasureVector vector = count(List.of(denounced(DAY))).orElseThrow().vector();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < vector.size(); i++) {
      names.add(Measures.name(vector.index(i)) + "=" + vector.amount(i));
    }
    assertThat(names)
        .containsExactlyInAnyOrder("matters.detected=1", "matters.detected.denunciations=1");
  }

  @Test
  void aChangeThatDoesNotMoveTheCaseTouchesNoPlace() {
    MatterTallies tallies = new MatterTallies(placer);
    List<String> touched = new ArrayList<>();
    replace(
        tallies, List.of(), List.of(audited(DAY)), (place, r) -> touched.add("+" + place.key()));
    replace(
        tallies,
        List.of(audited(DAY)),
        List.of(audited(DAY), prosecuted(DAY.plusDays(3), "CA94")),
        (place, r) -> touched.add("=" + place.key()));
    replace(
        tallies,
        List.of(audited(DAY)),
        List.of(prosecuted(DAY.plusDays(3), "CA94")),
        (place, r) -> touched.add(r.key().path() + " " + place.key()));
    assertThat(touched)
        .containsExactly("+2022/94", "audits/TT94/A-1 2022/94", "prosecutions/CA94/P-1 2022/94");
    assertThat(sum(tallies, "matters.detected")).isEqualTo(1);
    assertThat(sum(tallies, "matters.detected.prosecutions")).isEqualTo(1);
    replace(tallies, List.of(prosecuted(DAY, "CA94")), List.of(), (place, r) -> {});
    assertThat(tallies.places()).isEmpty();
    assertThat(tallies.of(new Place(2022, "94"))).isEmpty();
  }

  @Test
  void aReportThatLeftTheMatterOnlyAfterADeadlineStillCountsForIt() {
    LocalDate day = LocalDate.of(2024, 5, 4);
    Filed timely = audited(day, 1L, MATTER, "2026-02-15T10:00:00Z");
    Filed late = audited(day, 2L, "VA-2", "2026-02-16T10:00:00Z");
    Revisions report = Revisions.of(timely).file(late).now();
    assertThat(MatterCount.of(MATTER, List.of(report), placer))
        .contains(new MatterCount(timely, List.of(new Place(2024, "94"))));
    assertThat(MatterCount.of("VA-2", List.of(report), placer)).isEmpty();
  }

  @Test
  void twoRevisionsWithADeadlineBetweenThemAreOneReportInTwoYears() {
    LocalDate overlap = LocalDate.of(2023, 12, 20);
    Filed timely = audited(overlap, 1L, MATTER, "2026-02-15T10:00:00Z");
    Filed late = audited(overlap, 2L, MATTER, "2026-02-16T10:00:00Z");
    Revisions report = Revisions.of(timely).file(late).now();
    assertThat(MatterCount.of(MATTER, List.of(report), placer))
        .get()
        .extracting(MatterCount::places)
        .isEqualTo(List.of(new Place(2023, "94"), new Place(2024, "94")));
  }

  private static Filed audited(LocalDate day, long revision, String matterId, String receivedAt) {
    return filed(
        audit()
            .setMatterId(matterId)
            .setRevision(revision)
            .setCorruptionCases(1L)
            .setOccurredOn(day)
            .build(),
        Instant.parse(receivedAt).toEpochMilli(),
        revision);
  }

  private Optional<MatterCount> count(List<Filed> reports) {
    return MatterCount.of(MATTER, reports.stream().map(Revisions::of).toList(), placer);
  }

  private static void replace(
      MatterTallies tallies,
      List<Filed> before,
      List<Filed> after,
      BiConsumer<Place, Report> touched) {
    tallies.replace(
        MATTER,
        before.stream().map(Revisions::of).toList(),
        after.stream().map(Revisions::of).toList(),
        touched);
  }

  private boolean of(Filed one) {
    return count(List.of(one)).isPresent();
  }

  private static boolean mayBe(Filed one) {
    return MatterCount.mayBeBy(MATTER, Revisions.of(one));
  }

  private static Filed audited(LocalDate day) {
    return filed(audit().setMatterId(MATTER).setCorruptionCases(4L).setOccurredOn(day).build());
  }

  private static Filed denounced(LocalDate day) {
    return filed(
        denunciation().setMatterId(MATTER).setCorruptionCases(1L).setOccurredOn(day).build());
  }

  private static Filed prosecuted(LocalDate day, String agency) {
    return filed(prosecution().setMatterId(MATTER).setAgency(agency).setOccurredOn(day).build());
  }

  private static long sum(MatterTallies tallies, String measure) {
    return tallies
        .of(new Place(2022, "94"))
        .orElseThrow()
        .sum(Measures.index(measure).orElseThrow())
        .longValueExact();
  }
}
