package dev.paca.scoring.measure;

import static dev.paca.scoring.ReportSamples.appraisal;
import static dev.paca.scoring.ReportSamples.audit;
import static dev.paca.scoring.ReportSamples.conflict;
import static dev.paca.scoring.ReportSamples.prosecution;
import static dev.paca.scoring.ReportSamples.sanction;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.reports.AppraisalStage;
import dev.paca.reports.AuditChannel;
import dev.paca.reports.ProsecutionStage;
import dev.paca.reports.SanctionForm;
import dev.paca.reports.SanctionTarget;
import dev.paca.reports.Severity;
import dev.paca.scoring.report.Report;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class MeasureVectorTest {

  @Test
  void aReportGivesToItsTypeAndToEveryLevelItBelongsTo() {
    assertThat(
            gives(
                prosecution()
                    .setStage(ProsecutionStage.TRIAL)
                    .setSeverity(Severity.VERY_SERIOUS)
                    .setAccused(3L)
                    .build()))
        .isEqualTo(
            Map.of(
                "prosecutions.accused", 3L,
                "prosecutions.trial.accused", 3L,
                "prosecutions.trial.verySerious.accused", 3L,
                "prosecutions.reports", 1L,
                "prosecutions.trial.reports", 1L,
                "prosecutions.trial.verySerious.reports", 1L));
  }

  @Test
  void aTypeWithOneDimensionHasTwoLevelsAndOneWithoutHasOne() {
    assertThat(gives(audit().setChannel(AuditChannel.STATE_AUDIT).setRecoveredVnd(9L).build()))
        .isEqualTo(
            Map.of(
                "audits.recoveredVnd", 9L,
                "audits.stateAudit.recoveredVnd", 9L,
                "audits.reports", 1L,
                "audits.stateAudit.reports", 1L));
    assertThat(gives(conflict().setDetected(2L).build()))
        .isEqualTo(Map.of("conflicts.detected", 2L, "conflicts.reports", 1L));
  }

  @Test
  void aSanctionGivesToItsFormAndToTheSeverityOfTheCase() {
    assertThat(
            gives(
                sanction()
                    .setTarget(SanctionTarget.DEPUTY)
                    .setForm(SanctionForm.DISMISSAL)
                    .setSeverity(Severity.SERIOUS)
                    .setPersons(1L)
                    .build()))
        .containsOnlyKeys(
            "sanctions.persons",
            "sanctions.deputy.persons",
            "sanctions.deputy.dismissal.persons",
            "sanctions.deputy.serious.persons",
            "sanctions.reports",
            "sanctions.deputy.reports",
            "sanctions.deputy.dismissal.reports",
            "sanctions.deputy.serious.reports");
  }

  @Test
  void unspecifiedOfASanctionMeansItsForm() {
    assertThat(gives(sanction().setForm(SanctionForm.WARNING).setPersons(1L).build()))
        .containsOnlyKeys(
            "sanctions.persons",
            "sanctions.head.persons",
            "sanctions.head.warning.persons",
            "sanctions.reports",
            "sanctions.head.reports",
            "sanctions.head.warning.reports");
    assertThat(gives(sanction().setSeverity(Severity.SERIOUS).setPersons(1L).build()))
        .containsEntry("sanctions.head.unspecified.persons", 1L)
        .containsEntry("sanctions.head.serious.persons", 1L);
  }

  @Test
  void aStatedZeroIsGivenAndWhatIsNotStatedIsNot() {
    assertThat(gives(conflict().setDetected(0L).build()))
        .containsEntry("conflicts.detected", 0L)
        .doesNotContainKey("conflicts.resolved");
  }

  @Test
  void anAppraisalGivesPointsAndNoMeasures() {
    assertThat(gives(appraisal("C.1", AppraisalStage.FINAL, "3").build())).isEmpty();
  }

  private static Map<String, Long> gives(SpecificRecord body) {
    MeasureVector vector = MeasureVector.of(Report.of(body));
    Map<String, Long> gives = new TreeMap<>();
    for (int i = 0; i < vector.size(); i++) {
      assertThat(gives.put(Measures.name(vector.index(i)), vector.amount(i))).isNull();
    }
    return gives;
  }
}
