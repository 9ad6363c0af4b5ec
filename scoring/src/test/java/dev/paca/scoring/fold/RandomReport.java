package dev.paca.scoring.fold;

import dev.paca.reports.AppraisalStage;
import dev.paca.reports.AuditChannel;
import dev.paca.reports.ProsecutionStage;
import dev.paca.reports.RecoveryChannel;
import dev.paca.reports.ReportStatus;
import dev.paca.reports.SanctionForm;
import dev.paca.reports.SanctionTarget;
import dev.paca.reports.Severity;
import dev.paca.scoring.ReportSamples;
import dev.paca.scoring.province.Province;
import dev.paca.scoring.report.ReportType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/** One random report that passes the check. */
final class RandomReport {
  private static final LocalDate FIRST_DAY = LocalDate.of(2020, 12, 10);
  private static final int DAYS = 1840;
  private static final List<LocalDate> EDGES =
      List.of(
          LocalDate.of(2021, 12, 15),
          LocalDate.of(2021, 12, 16),
          LocalDate.of(2023, 12, 15),
          LocalDate.of(2023, 12, 16),
          LocalDate.of(2023, 12, 24),
          LocalDate.of(2023, 12, 31),
          LocalDate.of(2024, 1, 1),
          LocalDate.of(2024, 12, 31),
          LocalDate.of(2025, 1, 1),
          LocalDate.of(2025, 6, 30),
          LocalDate.of(2025, 7, 1));
  private static final List<String> CRITERIA =
      List.of("C.1", "C.5", "C.5", "D.1", "D.1", "D.2", "TOTAL", "C", "Z.9");

  private final Random random;

  private RandomReport(Random random) {
    this.random = random;
  }

  static SpecificRecord next(Random random) {
    return new RandomReport(random).report();
  }

  private SpecificRecord report() {
    ReportType type = pick(ReportType.values());
    SpecificRecord body = body(type);
    // Reports of an agency that numbers its revisions, and of one that does not.
    boolean numbered = random.nextInt(3) > 0;
    set(body, "agency", "AG" + random.nextInt(2));
    set(body, "reportId", (numbered ? "n" : "u") + random.nextInt(3));
    set(body, "revision", numbered ? (Long) (1L + random.nextInt(4)) : null);
    set(body, "status", random.nextInt(7) == 0 ? ReportStatus.RETRACTED : ReportStatus.REPORTED);
    set(body, "matterId", random.nextBoolean() ? "VA-" + random.nextInt(3) : null);
    LocalDate day =
        random.nextInt(3) == 0
            ? EDGES.get(random.nextInt(EDGES.size()))
            : FIRST_DAY.plusDays(random.nextInt(DAYS));
    set(body, "occurredOn", day);
    List<Province> valid =
        Histories.ROWS.stream().filter(province -> province.validOn(day)).toList();
    set(body, "province", valid.get(random.nextInt(valid.size())).code());
    for (Schema.Field number : type.numbers()) {
      body.put(number.pos(), amount(number.name()));
    }
    return body;
  }

  private SpecificRecord body(ReportType type) {
    return switch (type) {
      case AUDITS -> ReportSamples.audit().setChannel(pick(AuditChannel.values())).build();
      case DENUNCIATIONS -> ReportSamples.denunciation().build();
      case PROSECUTIONS ->
          ReportSamples.prosecution()
              .setStage(pick(ProsecutionStage.values()))
              .setSeverity(pick(Severity.values()))
              .build();
      case RECOVERIES ->
          ReportSamples.recovery().setChannel(pick(RecoveryChannel.values())).build();
      case SANCTIONS ->
          ReportSamples.sanction()
              .setTarget(pick(SanctionTarget.values()))
              .setForm(pick(SanctionForm.values()))
              .setSeverity(pick(Severity.values()))
              .build();
      case CONFLICTS -> ReportSamples.conflict().build();
      case APPRAISALS ->
          ReportSamples.appraisal(
                  CRITERIA.get(random.nextInt(CRITERIA.size())), pick(AppraisalStage.values()), "0")
              .setAssessmentYear(2021 + random.nextInt(6))
              .setPoints(BigDecimal.valueOf(random.nextInt(1000), 2))
              .build();
    };
  }

  /** Not stated, small, or of money also so much that a few leave 64 bits. */
  private Long amount(String field) {
    if (random.nextInt(4) == 0) {
      return null;
    }
    boolean money = field.endsWith("Vnd");
    return money && random.nextInt(3) == 0
        ? Long.MAX_VALUE - random.nextInt(1000)
        : (Long) (long) random.nextInt(money ? 1_000_000 : 7);
  }

  private <T> T pick(T[] values) {
    return values[random.nextInt(values.length)];
  }

  private static void set(SpecificRecord body, String field, Object value) {
    body.put(body.getSchema().getField(field).pos(), value);
  }
}
