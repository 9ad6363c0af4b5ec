package dev.paca.producers.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.paca.problems.Problem;
import dev.paca.problems.ProblemCode;
import dev.paca.reports.AgencyKind;
import dev.paca.reports.Appraisal;
import dev.paca.reports.Audit;
import dev.paca.reports.AuditChannel;
import dev.paca.reports.Prosecution;
import dev.paca.reports.ReportStatus;
import dev.paca.reports.Severity;
import dev.paca.scoring.report.ReportType;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportFormTest {

  @Test
  void aFilledFormBecomesATypedReport() {
    Audit audit =
        (Audit)
            complete(
                ReportType.AUDITS,
                SampleForms.audit(
                    "inspections", "12", "revision", "3", "periodFrom", "2022-01-01"));

    assertThat(audit.getReportId()).isEqualTo("KL-12/2022");
    assertThat(audit.getRevision()).isEqualTo(3L);
    assertThat(audit.getAgencyKind()).isEqualTo(AgencyKind.INSPECTORATE);
    assertThat(audit.getChannel()).isEqualTo(AuditChannel.INSPECTION);
    assertThat(audit.getOccurredOn()).isEqualTo(LocalDate.of(2022, 6, 30));
    assertThat(audit.getPeriodFrom()).isEqualTo(LocalDate.of(2022, 1, 1));
    assertThat(audit.getInspections()).isEqualTo(12L);
  }

  @Test
  void blankMeansNotStatedOrTheDefault() {
    Audit audit = (Audit) complete(ReportType.AUDITS, SampleForms.audit("status", " \u00a0"));

    assertThat(audit.getStatus()).isEqualTo(ReportStatus.REPORTED);
    assertThat(audit.getRevision()).isNull();
    assertThat(audit.getMatterId()).isNull();
    assertThat(audit.getRecoveredVnd()).isNull();
    Prosecution prosecution =
        (Prosecution)
            complete(
                ReportType.PROSECUTIONS, SampleForms.prosecution("severity", "", "offence", "353"));
    assertThat(prosecution.getSeverity()).isEqualTo(Severity.UNSPECIFIED);
    assertThat(prosecution.getOffence()).isEqualTo(353);
  }

  @Test
  void pointsHaveTwoDecimals() {
    Appraisal appraisal =
        (Appraisal) complete(ReportType.APPRAISALS, SampleForms.appraisal("points", "7.5"));

    assertThat(appraisal.getPoints()).isEqualTo(new BigDecimal("7.50"));
    assertThat(appraisal.getAssessmentYear()).isEqualTo(2022);
  }

  @Test
  void everythingThatIsWrongIsToldAtOnceInTheOrderOfTheFields() {
    List<Problem> problems =
        refused(
            ReportType.AUDITS,
            SampleForms.audit(
                "reportId", "",
                "agency", "thanh/tra",
                "province", "99",
                "occurredOn", "30/06/2022",
                "channel", "INSPEKTION",
                "inspections", "1.234",
                "recoverdVnd", "5"));

    assertThat(problems)
        .extracting(Problem::field, Problem::code)
        .containsExactly(
            tuple("recoverdVnd", ProblemCode.UNKNOWN_FIELD),
            tuple("reportId", ProblemCode.MISSING_FIELD),
            tuple("agency", ProblemCode.BAD_TEXT),
            tuple("province", ProblemCode.UNKNOWN_PROVINCE),
            tuple("occurredOn", ProblemCode.BAD_DATE),
            tuple("channel", ProblemCode.BAD_CHOICE),
            tuple("inspections", ProblemCode.BAD_NUMBER));
    assertThat(problems.get(0).message()).contains("did you mean recoveredVnd?");
    assertThat(problems.get(4).message()).contains("2022-06-30");
    assertThat(problems.get(5).message()).contains("SUPERVISION").contains("mean INSPECTION?");
    assertThat(problems.get(6).message()).contains("\"1.234\"").contains("1234");
  }

  @Test
  void whatDependsOnAWrongDateIsNotJudged() {
    List<Problem> problems =
        refused(
            ReportType.AUDITS,
            SampleForms.audit("occurredOn", "soon", "periodFrom", "2022-01-01", "province", "94"));

    assertThat(problems).extracting(Problem::field).containsExactly("occurredOn");
  }

  @Test
  void theHardRulesOfAReportHoldForItsForm() {
    assertThat(codes("province", "94", "occurredOn", "2025-07-01"))
        .containsExactly(ProblemCode.PROVINCE_NOT_VALID);
    assertThat(codes("occurredOn", "2026-01-02", "province", "01"))
        .containsExactly(ProblemCode.FUTURE_DATE);
    assertThat(codes("reportId", "x".repeat(129))).containsExactly(ProblemCode.BAD_TEXT);
    assertThat(codes("agency", "a\tb")).containsExactly(ProblemCode.BAD_TEXT);
    assertThat(codes("revision", "0")).containsExactly(ProblemCode.BAD_NUMBER);
  }

  @Test
  void todayIsTheDayInVietNam() {
    // The tests' clock stands at 2025-12-31T18:00Z, which is already the new year in Viet Nam.
    assertThat(
            complete(
                ReportType.AUDITS, SampleForms.audit("province", "01", "occurredOn", "2026-01-01")))
        .isNotNull();
  }

  @Test
  void textThatLooksEqualIsEqual() {
    String decomposed = Normalizer.normalize("Hòa Bình", Normalizer.Form.NFD);

    Audit audit =
        (Audit)
            complete(
                ReportType.AUDITS, SampleForms.audit("reference", " " + decomposed + "\u00a0"));

    assertThat(audit.getReference()).isEqualTo("Hòa Bình");
  }

  @Test
  void halfOfASurrogatePairIsNoText() {
    assertThat(codes("reportId", "a\ud800")).containsExactly(ProblemCode.BAD_TEXT);
  }

  @Test
  void aNumberThatItsSourceMarksAsOneIsNoTextNorDate() {
    Map<String, Entry> entries = SampleForms.audit();
    entries.put("province", new Entry.Numeral("94"));
    entries.put("occurredOn", new Entry.Numeral("44742"));
    entries.put("inspections", new Entry.Numeral("12"));

    assertThat(refused(ReportType.AUDITS, entries))
        .extracting(Problem::field, Problem::code)
        .containsExactly(
            tuple("province", ProblemCode.BAD_TEXT), tuple("occurredOn", ProblemCode.BAD_DATE));
  }

  @Test
  void anUnreadableEntryKeepsItsReason() {
    Map<String, Entry> entries = SampleForms.audit();
    entries.put("reference", new Entry.Unreadable(ProblemCode.NOT_UTF8, "byte E9"));

    assertThat(refused(ReportType.AUDITS, entries))
        .containsExactly(new Problem("reference", ProblemCode.NOT_UTF8, "byte E9"));
  }

  @Test
  void everyTypeHasAForm() {
    for (ReportType type : ReportType.values()) {
      assertThat(ReportForm.of(type).required())
          .contains("reportId", "agency", "agencyKind", "province", "occurredOn");
      List<Problem> problems = refused(type, Map.of());
      assertThat(problems).extracting(Problem::code).containsOnly(ProblemCode.MISSING_FIELD);
      assertThat(problems)
          .extracting(Problem::field)
          .containsExactlyElementsOf(ReportForm.of(type).required());
    }
  }

  private static List<ProblemCode> codes(String... overrides) {
    return refused(ReportType.AUDITS, SampleForms.audit(overrides)).stream()
        .map(Problem::code)
        .toList();
  }

  private static Object complete(ReportType type, Map<String, Entry> entries) {
    Filled filled = ReportForm.of(type).fill(entries, SampleForms.RULES);
    assertThat(filled).isInstanceOf(Filled.Complete.class);
    return ((Filled.Complete) filled).report();
  }

  private static List<Problem> refused(ReportType type, Map<String, Entry> entries) {
    Filled filled = ReportForm.of(type).fill(entries, SampleForms.RULES);
    assertThat(filled).isInstanceOf(Filled.Refused.class);
    return ((Filled.Refused) filled).problems();
  }
}
