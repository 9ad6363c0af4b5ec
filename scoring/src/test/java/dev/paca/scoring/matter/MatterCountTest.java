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
import dev.paca.scoring.tally.Place;
import dev.paca.scoring.tally.Placer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class MatterCountTest {
  private static final LocalDate DAY = LocalDate.of(2022, 5, 4);
  private final Placer placer = new Placer(Provinces.standard(), RubricSamples.all());

  @Test
  void aCaseThatFourAgenciesReportCountsOnce() {
    MatterTallies tallies = new MatterTallies(placer);
    tallies.replace(
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
            filed(prosecution().setAgency("B").setReportId("1").build()),
            filed(prosecution().setAgency("B").setReportId("2").build()));
    List<Filed> reports = new ArrayList<>(inOrder);
    Collections.reverse(reports);
    for (Filed earliest : inOrder) {
      assertThat(MatterCount.of(reports, placer))
          .get()
          .extracting(MatterCount::by)
          .isEqualTo(earliest);
      reports.remove(earliest);
    }
    assertThat(MatterCount.of(reports, placer)).isEmpty();
  }

  @Test
  void onlyReportsThatShowCorruptionCount() {
    assertThat(of(filed(audit().build()))).isFalse();
    assertThat(of(filed(audit().setCorruptionCases(0L).build()))).isFalse();
    assertThat(of(filed(audit().setCorruptionCases(1L).build()))).isTrue();
    assertThat(of(filed(denunciation().setCorruptionCases(0L).build()))).isFalse();
    assertThat(of(filed(denunciation().setCorruptionCases(2L).build()))).isTrue();
    assertThat(of(filed(prosecution().build()))).isTrue();
    assertThat(of(filed(recovery().setRecoveredVnd(9L).build()))).isFalse();
    assertThat(of(filed(conflict().setDetected(9L).build()))).isFalse();
    assertThat(of(filed(prosecution().setStatus(ReportStatus.RETRACTED).build()))).isFalse();
  }

  @Test
  void aReportThatCountsNowhereDoesNotMakeItsCaseCount() {
    Filed waiting = prosecuted(LocalDate.of(2019, 1, 1), "CA94");
    assertThat(of(waiting)).isFalse();
    assertThat(MatterCount.of(List.of(waiting, audited(DAY)), placer))
        .get()
        .extracting(count -> count.by().report().type().word())
        .isEqualTo("audits");
  }

  @Test
  void aCaseCountsInTheYearsAndProvinceOfItsEarliestReport() {
    Filed overlap =
        filed(audit().setCorruptionCases(1L).setOccurredOn(LocalDate.of(2023, 12, 20)).build());
    Filed elsewhere =
        filed(prosecution().setProvince("92").setOccurredOn(LocalDate.of(2024, 3, 1)).build());
    assertThat(MatterCount.of(List.of(elsewhere, overlap), placer))
        .get()
        .extracting(MatterCount::places)
        .isEqualTo(List.of(new Place(2023, "94"), new Place(2024, "94")));
  }

  @Test
  void aCaseGivesOneToItsTypeAndOneToAll() {
    MeasureVector vector = MatterCount.of(List.of(denounced(DAY)), placer).orElseThrow().vector();
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
    tallies.replace(List.of(), List.of(audited(DAY)), (place, r) -> touched.add("+" + place.key()));
    tallies.replace(
        List.of(audited(DAY)),
        List.of(audited(DAY), prosecuted(DAY.plusDays(3), "CA94")),
        (place, r) -> touched.add("=" + place.key()));
    tallies.replace(
        List.of(audited(DAY)),
        List.of(prosecuted(DAY.plusDays(3), "CA94")),
        (place, r) -> touched.add(r.key().path() + " " + place.key()));
    assertThat(touched)
        .containsExactly("+2022/94", "audits/TT94/A-1 2022/94", "prosecutions/CA94/P-1 2022/94");
    assertThat(sum(tallies, "matters.detected")).isEqualTo(1);
    assertThat(sum(tallies, "matters.detected.prosecutions")).isEqualTo(1);
    tallies.replace(List.of(prosecuted(DAY, "CA94")), List.of(), (place, r) -> {});
    assertThat(tallies.places()).isEmpty();
    assertThat(tallies.of(new Place(2022, "94"))).isEmpty();
  }

  private boolean of(Filed one) {
    return MatterCount.of(List.of(one), placer).isPresent();
  }

  private static Filed audited(LocalDate day) {
    return filed(audit().setCorruptionCases(4L).setOccurredOn(day).build());
  }

  private static Filed denounced(LocalDate day) {
    return filed(denunciation().setCorruptionCases(1L).setOccurredOn(day).build());
  }

  private static Filed prosecuted(LocalDate day, String agency) {
    return filed(prosecution().setAgency(agency).setOccurredOn(day).build());
  }

  private static long sum(MatterTallies tallies, String measure) {
    return tallies
        .of(new Place(2022, "94"))
        .orElseThrow()
        .sum(Measures.index(measure).orElseThrow())
        .longValueExact();
  }
}
