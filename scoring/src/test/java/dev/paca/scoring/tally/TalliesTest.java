package dev.paca.scoring.tally;

import static dev.paca.scoring.ReportSamples.appraisal;
import static dev.paca.scoring.ReportSamples.audit;
import static dev.paca.scoring.ReportSamples.filed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.reports.AppraisalStage;
import dev.paca.reports.Audit;
import dev.paca.scoring.RubricSamples;
import dev.paca.scoring.measure.Measures;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.report.Filed;
import dev.paca.scoring.report.Revisions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TalliesTest {
  private final Tallies tallies =
      new Tallies(new Placer(Provinces.standard(), RubricSamples.all()));
  private final List<String> touched = new ArrayList<>();

  @Test
  void aCorrectionTakesBackExactlyWhatItsReportGave() {
    Filed first = filed(audit().setCorruptionCases(3L).setInspections(9L).build());
    Filed second = filed(audit().setCorruptionCases(2L).build());
    replace(null, first);
    replace(first, second);
    assertThat(sum(2022, "94", "audits.corruptionCases")).isEqualTo(2);
    assertThat(sum(2022, "94", "audits.inspections")).isZero();
    assertThat(sum(2022, "94", "audits.reports")).isEqualTo(1);
  }

  @Test
  void aMovedReportLeavesNothingBehindAndTellsBothPlaces() {
    Filed first = filed(cases(3).build());
    Filed moved = filed(cases(3).setProvince("92").setOccurredOn(LocalDate.of(2021, 3, 1)).build());
    replace(null, first);
    touched.clear();
    replace(first, moved);
    assertThat(tallies.places()).containsExactly(new Place(2021, "92"));
    assertThat(tallies.of(new Place(2022, "94"))).isEmpty();
    assertThat(touched).containsExactly("2022/94 A-1", "2021/92 A-1");
  }

  @Test
  void aReportInTheOverlapGivesItsWholeToBothYears() {
    replace(null, filed(cases(3).setOccurredOn(LocalDate.of(2023, 12, 20)).build()));
    assertThat(sum(2023, "94", "audits.corruptionCases")).isEqualTo(3);
    assertThat(sum(2024, "94", "audits.corruptionCases")).isEqualTo(3);
  }

  @Test
  void aReportThatWaitsTouchesNothing() {
    replace(null, filed(cases(3).setOccurredOn(LocalDate.of(2019, 1, 1)).build()));
    assertThat(touched).isEmpty();
    assertThat(tallies.places()).isEmpty();
  }

  @Test
  void anAppraisalGivesItsPointsAndTakesThemBack() {
    Filed points = filed(appraisal("C.1", AppraisalStage.SELF, "3.5").build());
    Filed other = filed(appraisal("C.1", AppraisalStage.FINAL, "3").build());
    tallies.add(Revisions.of(points));
    Tally tally = tallies.of(new Place(2022, "94")).orElseThrow();
    assertThat(tally.reports()).isEqualTo(1);
    assertThat(tally.hasFigures()).isFalse();
    assertThat(tally.appraised(new AppraisedPoints.Slot("C.1", AppraisalStage.SELF)))
        .get()
        .satisfies(
            won -> {
              assertThat(won.points()).isEqualByComparingTo("3.5");
              assertThat(won.agency()).isEqualTo("TTCP");
              assertThat(won.reportId()).isEqualTo("G-C.1-SELF");
              assertThat(won.occurredOn()).isEqualTo("2022-05-04");
            });
    replace(points, other);
    assertThat(tally.appraised(new AppraisedPoints.Slot("C.1", AppraisalStage.SELF))).isEmpty();
  }

  private static Audit.Builder cases(long cases) {
    return audit().setCorruptionCases(cases);
  }

  private void replace(Filed before, Filed after) {
    tallies.replace(
        Optional.ofNullable(before).map(Revisions::of),
        Revisions.of(after),
        (place, report) -> touched.add(place.key() + " " + report.key().reportId()));
  }

  private long sum(int year, String province, String measure) {
    return tallies
        .of(new Place(year, province))
        .orElseThrow()
        .sum(Measures.index(measure).orElseThrow())
        .longValueExact();
  }
}
