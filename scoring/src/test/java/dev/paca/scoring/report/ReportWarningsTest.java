package dev.paca.scoring.report;

import static dev.paca.scoring.ReportSamples.appraisal;
import static dev.paca.scoring.ReportSamples.audit;
import static dev.paca.scoring.ReportSamples.conflict;
import static dev.paca.scoring.ReportSamples.denunciation;
import static dev.paca.scoring.ReportSamples.prosecution;
import static dev.paca.scoring.ReportSamples.recovery;
import static dev.paca.scoring.ReportSamples.sanction;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.reports.AppraisalStage;
import dev.paca.reports.Prosecution;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.report.ReportWarnings.Warning;
import java.time.LocalDate;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class ReportWarningsTest {

  @Test
  void acceptedIsCarriedOverPlusNew() {
    assertThat(codes(prosecution().setCases(7L).setCarriedOverCases(3L).setNewCases(4L).build()))
        .isEmpty();
    assertThat(codes(prosecution().setCases(8L).setCarriedOverCases(3L).setNewCases(4L).build()))
        .containsExactly("ACCEPTED_NOT_CARRIED_OVER_PLUS_NEW");
    assertThat(codes(prosecution().setCases(6L).setCarriedOverCases(3L).setNewCases(4L).build()))
        .containsExactly("ACCEPTED_NOT_CARRIED_OVER_PLUS_NEW");
  }

  @Test
  void openIsWhatIsNeitherConcludedNorSuspended() {
    assertThat(
            codes(
                accepted(10).setConcludedCases(6L).setSuspendedCases(1L).setOpenCases(3L).build()))
        .isEmpty();
    assertThat(
            codes(
                accepted(10).setConcludedCases(6L).setSuspendedCases(1L).setOpenCases(2L).build()))
        .containsExactly("ACCEPTED_NOT_CONCLUDED_SUSPENDED_OPEN");
    assertThat(
            codes(
                accepted(10).setConcludedCases(6L).setSuspendedCases(1L).setOpenCases(4L).build()))
        .containsExactly("ACCEPTED_NOT_CONCLUDED_SUSPENDED_OPEN");
  }

  @Test
  void noMoreIsRecoveredThanIsDue() {
    assertThat(codes(recovery().setDueVnd(5L).setEligibleVnd(5L).setRecoveredVnd(5L).build()))
        .isEmpty();
    assertThat(codes(recovery().setDueVnd(5L).setRecoveredVnd(6L).build()))
        .containsExactly("RECOVERED_ABOVE_DUE");
    assertThat(codes(recovery().setDueVnd(5L).setEligibleVnd(6L).build()))
        .containsExactly("ELIGIBLE_ABOVE_DUE");
    assertThat(codes(audit().setRecommendedRecoveryVnd(5L).setRecoveredVnd(6L).build()))
        .containsExactly("RECOVERED_ABOVE_DUE");
  }

  @Test
  void theOtherTypesAreHeldAgainstTheirWholeToo() {
    assertThat(codes(denunciation().setReceived(2L).setEligible(3L).build()))
        .containsExactly("ELIGIBLE_ABOVE_RECEIVED");
    assertThat(codes(sanction().setDuePersons(1L).setPersons(2L).build()))
        .containsExactly("PERSONS_ABOVE_DUE");
    assertThat(codes(conflict().setDetected(1L).setResolved(2L).build()))
        .containsExactly("RESOLVED_ABOVE_DETECTED");
    assertThat(codes(appraisal("C.1", AppraisalStage.SELF, "99").build())).isEmpty();
  }

  @Test
  void resolvedIsTheSumOfItsOutcomes() {
    assertThat(
            codes(
                denunciation()
                    .setResolved(9L)
                    .setSubstantiated(1L)
                    .setPartlySubstantiated(2L)
                    .setUnsubstantiated(3L)
                    .setWithdrawn(4L)
                    .build()))
        .containsExactly("RESOLVED_NOT_SUM_OF_OUTCOMES");
  }

  @Test
  void whatIsNotStatedIsNotHeldAgainstAReport() {
    assertThat(codes(prosecution().setCases(8L).setCarriedOverCases(3L).build())).isEmpty();
    assertThat(codes(prosecution().setCarriedOverCases(3L).setNewCases(4L).build())).isEmpty();
    assertThat(codes(prosecution().setCases(8L).build())).isEmpty();
    assertThat(codes(recovery().setRecoveredVnd(6L).build())).isEmpty();
    assertThat(codes(denunciation().setResolved(9L).setSubstantiated(1L).build())).isEmpty();
  }

  @Test
  void onePartAloneThatExceedsItsWholeIsWrongWhateverTheOthersAre() {
    assertThat(codes(prosecution().setCases(3L).setNewCases(4L).build()))
        .containsExactly("ACCEPTED_NOT_CARRIED_OVER_PLUS_NEW");
  }

  @Test
  void sumsOfHugeFiguresDoNotWrapAround() {
    assertThat(
            codes(
                prosecution()
                    .setCases(0L)
                    .setCarriedOverCases(Long.MAX_VALUE)
                    .setNewCases(Long.MAX_VALUE)
                    .build()))
        .containsExactly("ACCEPTED_NOT_CARRIED_OVER_PLUS_NEW");
  }

  @Test
  void aWarningShowsTheFiguresInBothLanguages() {
    List<Warning> warnings =
        warnings(prosecution().setCases(8L).setCarriedOverCases(3L).setNewCases(4L).build());
    assertThat(warnings)
        .containsExactly(
            new Warning(
                "ACCEPTED_NOT_CARRIED_OVER_PLUS_NEW",
                "carriedOverCases + newCases = 7, nhỏ hơn cases = 8",
                "carriedOverCases + newCases = 7, less than cases = 8"));
    assertThat(warnings(recovery().setDueVnd(5L).setRecoveredVnd(6L).build()))
        .containsExactly(
            new Warning(
                "RECOVERED_ABOVE_DUE",
                "recoveredVnd = 6, lớn hơn dueVnd = 5",
                "recoveredVnd = 6, more than dueVnd = 5"));
  }

  @Test
  void aWarningRejectsNothing() {
    SpecificRecord body = recovery().setDueVnd(5L).setRecoveredVnd(6L).build();
    assertThat(warnings(body)).isNotEmpty();
    assertThat(ReportCheck.check(body, Provinces.standard(), LocalDate.of(2023, 1, 1))).isEmpty();
  }

  private static Prosecution.Builder accepted(long cases) {
    return prosecution().setCases(cases);
  }

  private static List<String> codes(SpecificRecord body) {
    return warnings(body).stream().map(Warning::code).toList();
  }

  private static List<Warning> warnings(SpecificRecord body) {
    return ReportWarnings.of(Report.of(body));
  }
}
