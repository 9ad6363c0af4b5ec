package dev.paca.scoring.report;

import static dev.paca.scoring.ReportSamples.appraisal;
import static dev.paca.scoring.ReportSamples.audit;
import static dev.paca.scoring.ReportSamples.conflict;
import static dev.paca.scoring.ReportSamples.denunciation;
import static dev.paca.scoring.ReportSamples.prosecution;
import static dev.paca.scoring.ReportSamples.recovery;
import static dev.paca.scoring.ReportSamples.sanction;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.problems.Problem;
import dev.paca.problems.ProblemCode;
import dev.paca.reports.Appraisal;
import dev.paca.reports.AppraisalStage;
import dev.paca.scoring.province.Provinces;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportCheckTest {
  private static final LocalDate TODAY = LocalDate.of(2025, 8, 1);

  @ParameterizedTest
  @EnumSource(ReportType.class)
  void aPlainReportOfEveryTypePasses(ReportType type) {
    assertThat(check(plain(type))).isEmpty();
  }

  @Test
  void anIdIsNotEmptyNotLongAndOfPrintableCharacters() {
    assertProblem(audit().setReportId(" ").build(), "reportId", ProblemCode.MISSING_FIELD);
    assertProblem(audit().setReportId("x".repeat(129)).build(), "reportId", ProblemCode.BAD_TEXT);
    assertThat(check(audit().setReportId("x".repeat(128)).build())).isEmpty();
    assertProblem(audit().setReportId("a\tb").build(), "reportId", ProblemCode.BAD_TEXT);
    assertThat(check(audit().setReportId("12/TB-TT/2022").build())).isEmpty();
  }

  @Test
  void anAgencyIsNotEmptyNotLongAndHasNoSlash() {
    assertProblem(audit().setAgency("").build(), "agency", ProblemCode.MISSING_FIELD);
    assertProblem(audit().setAgency("x".repeat(65)).build(), "agency", ProblemCode.BAD_TEXT);
    assertThat(check(audit().setAgency("x".repeat(64)).build())).isEmpty();
    assertProblem(audit().setAgency("TT/94").build(), "agency", ProblemCode.BAD_TEXT);
  }

  @Test
  void aCaseNumberAndAReferenceMayBeMissingButNotEmptyOrLong() {
    assertThat(check(audit().setMatterId(null).setReference(null).build())).isEmpty();
    assertProblem(audit().setMatterId("").build(), "matterId", ProblemCode.MISSING_FIELD);
    assertProblem(audit().setMatterId("x".repeat(129)).build(), "matterId", ProblemCode.BAD_TEXT);
    assertThat(check(audit().setMatterId("x".repeat(128)).build())).isEmpty();
    assertProblem(
        audit().setReference("x".repeat(2001)).build(), "reference", ProblemCode.BAD_TEXT);
    assertThat(check(audit().setReference("x".repeat(2000)).build())).isEmpty();
  }

  @Test
  void aRevisionIsOneOrMore() {
    assertProblem(audit().setRevision(0L).build(), "revision", ProblemCode.BAD_NUMBER)
        .contains("1 or more, not 0");
    assertThat(check(audit().setRevision(1L).build())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(ReportType.class)
  void everyNumberIsZeroOrMore(ReportType type) {
    for (Schema.Field number : type.numbers()) {
      SpecificRecord body = plain(type);
      body.put(number.pos(), -1L);
      assertProblem(body, number.name(), ProblemCode.BAD_NUMBER).contains("not -1");
      body.put(number.pos(), 0L);
      assertThat(check(body)).isEmpty();
      body.put(number.pos(), Long.MAX_VALUE);
      assertThat(check(body)).isEmpty();
    }
  }

  @Test
  void nothingIsReportedBeforeItHappens() {
    assertThat(check(audit().setProvince("01").setOccurredOn(TODAY).build())).isEmpty();
    assertProblem(
            audit().setProvince("01").setOccurredOn(TODAY.plusDays(1)).build(),
            "occurredOn",
            ProblemCode.FUTURE_DATE)
        .contains("2025-08-02", "2025-08-01");
  }

  @Test
  void aPeriodDoesNotEndBeforeItStarts() {
    LocalDate end = LocalDate.of(2022, 5, 4);
    assertThat(check(audit().setPeriodFrom(end).build())).isEmpty();
    assertProblem(
        audit().setPeriodFrom(end.plusDays(1)).build(),
        "periodFrom",
        ProblemCode.PERIOD_UPSIDE_DOWN);
  }

  @Test
  void aProvinceCodeExists() {
    assertProblem(audit().setProvince("03").build(), "province", ProblemCode.UNKNOWN_PROVINCE)
        .contains("\"03\"");
  }

  @Test
  void aProvinceCodeIsValidOnTheReportsDateAndTheAnswerSaysWhatItIsNow() {
    assertProblem(
            audit().setOccurredOn(LocalDate.of(2025, 7, 1)).build(),
            "province",
            ProblemCode.PROVINCE_NOT_VALID)
        .contains("94 was Sóc Trăng until 2025-06-30", "since then 92 Cần Thơ");
    assertThat(check(audit().setOccurredOn(LocalDate.of(2025, 6, 30)).build())).isEmpty();
  }

  @Test
  void theCorruptionOffencesAreArticles353To359() {
    assertProblem(prosecution().setOffence(352).build(), "offence", ProblemCode.BAD_CHOICE);
    assertThat(check(prosecution().setOffence(353).build())).isEmpty();
    assertThat(check(prosecution().setOffence(359).build())).isEmpty();
    assertProblem(prosecution().setOffence(360).build(), "offence", ProblemCode.BAD_CHOICE);
  }

  @Test
  void anAppraisalNamesAYearACriterionAndPointsOfZeroOrMore() {
    assertProblem(
        graded().setAssessmentYear(1999).build(), "assessmentYear", ProblemCode.BAD_NUMBER);
    assertThat(check(graded().setAssessmentYear(2000).build())).isEmpty();
    assertThat(check(graded().setAssessmentYear(2100).build())).isEmpty();
    assertProblem(
        graded().setAssessmentYear(2101).build(), "assessmentYear", ProblemCode.BAD_NUMBER);
    assertProblem(graded().setCriterion(" ").build(), "criterion", ProblemCode.MISSING_FIELD);
    assertProblem(graded().setCriterion("x".repeat(33)).build(), "criterion", ProblemCode.BAD_TEXT);
    assertProblem(
        graded().setPoints(new BigDecimal("-0.01")).build(), "points", ProblemCode.BAD_POINTS);
    assertThat(check(graded().setPoints(new BigDecimal("0.00")).build())).isEmpty();
  }

  @Test
  void allProblemsAreSaidAtOnce() {
    SpecificRecord body =
        audit()
            .setReportId("")
            .setAgency("a/b")
            .setRevision(-1L)
            .setInspections(-1L)
            .setProvince("00")
            .setOccurredOn(TODAY.plusDays(1))
            .setPeriodFrom(TODAY.plusDays(2))
            .build();
    assertThat(check(body))
        .extracting(Problem::field)
        .containsExactlyInAnyOrder(
            "reportId",
            "agency",
            "revision",
            "inspections",
            "province",
            "occurredOn",
            "periodFrom");
  }

  private static Appraisal.Builder graded() {
    return appraisal("C.1", AppraisalStage.FINAL, "3");
  }

  private static SpecificRecord plain(ReportType type) {
    return switch (type) {
      case AUDITS -> audit().build();
      case DENUNCIATIONS -> denunciation().build();
      case PROSECUTIONS -> prosecution().build();
      case RECOVERIES -> recovery().build();
      case SANCTIONS -> sanction().build();
      case CONFLICTS -> conflict().build();
      case APPRAISALS -> graded().build();
    };
  }

  private static List<Problem> check(SpecificRecord body) {
    return ReportCheck.check(body, Provinces.standard(), TODAY);
  }

  private static AbstractStringAssert<?> assertProblem(
      SpecificRecord body, String field, ProblemCode code) {
    List<Problem> problems = check(body);
    assertThat(problems).hasSize(1);
    assertThat(problems.get(0).field()).isEqualTo(field);
    assertThat(problems.get(0).code()).isEqualTo(code);
    return assertThat(problems.get(0).message());
  }
}
