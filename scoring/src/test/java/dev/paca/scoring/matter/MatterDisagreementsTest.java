package dev.paca.scoring.matter;

import static dev.paca.scoring.ReportSamples.audit;
import static dev.paca.scoring.ReportSamples.filed;
import static dev.paca.scoring.ReportSamples.prosecution;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.reports.Prosecution;
import dev.paca.reports.ProsecutionStage;
import dev.paca.reports.ReportStatus;
import dev.paca.reports.Severity;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.report.Filed;
import dev.paca.scoring.report.ReportWarnings.Warning;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class MatterDisagreementsTest {

  @Test
  void agenciesThatSayTheSameAgree() {
    assertThat(of(accused(3).build(), accused(3).build(), audit().build())).isEmpty();
    assertThat(of()).isEmpty();
  }

  @Test
  void anotherNumberOfAccusedAtTheSameStageIsADisagreement() {
    assertThat(disagreements(accused(10).build(), accused(9).build(), accused(10).build()))
        .containsExactly(
            new Warning(
                "AGENCIES_DISAGREE",
                "các cơ quan báo cáo khác nhau về INVESTIGATION số bị can, bị cáo: 9 / 10",
                "agencies differ on INVESTIGATION accused: 9 / 10"));
  }

  @Test
  void fromOneStageToTheNextFiguresMayChange() {
    assertThat(of(accused(9).build(), accused(10).setStage(ProsecutionStage.TRIAL).build()))
        .isEmpty();
  }

  @Test
  void provinceSeverityAndDamageAreComparedToo() {
    assertThat(
            of(
                accused(1).setSeverity(Severity.SERIOUS).setDamageVnd(5L).build(),
                accused(1).setSeverity(Severity.VERY_SERIOUS).setDamageVnd(6L).build(),
                audit().setProvince("92").build()))
        .containsExactly(
            "agencies differ on province: 92 / 94",
            "agencies differ on INVESTIGATION severity: SERIOUS / VERY_SERIOUS",
            "agencies differ on INVESTIGATION damageVnd: 5 / 6");
  }

  @Test
  void aProvinceAndWhatItBecamePartOfAreNoDisagreement() {
    LocalDate merged = LocalDate.of(2025, 7, 1);
    assertThat(of(accused(1).build(), audit().setProvince("92").setOccurredOn(merged).build()))
        .isEmpty();
    assertThat(of(accused(1).build(), audit().setProvince("91").setOccurredOn(merged).build()))
        .containsExactly("agencies differ on province: 91 / 92");
  }

  @Test
  void whatIsNotStatedContradictsNobody() {
    assertThat(
            of(
                prosecution().setSeverity(Severity.SERIOUS).setAccused(2L).build(),
                prosecution().build()))
        .isEmpty();
  }

  @Test
  void whatIsRetractedContradictsNobody() {
    assertThat(of(accused(9).build(), accused(10).setStatus(ReportStatus.RETRACTED).build()))
        .isEmpty();
  }

  private static Prosecution.Builder accused(long accused) {
    return prosecution().setAccused(accused);
  }

  private static List<String> of(SpecificRecord... reports) {
    return disagreements(reports).stream().map(Warning::en).toList();
  }

  private static List<Warning> disagreements(SpecificRecord... reports) {
    List<Filed> filed = Stream.of(reports).map(report -> filed(report)).toList();
    return MatterDisagreements.of(filed, Provinces.standard());
  }
}
