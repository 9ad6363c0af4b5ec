package dev.paca.registry;

import dev.paca.reports.AgencyKind;
import dev.paca.reports.Appraisal;
import dev.paca.reports.AppraisalStage;
import dev.paca.reports.Audit;
import dev.paca.reports.AuditChannel;
import dev.paca.scores.Basis;
import dev.paca.scores.CriterionScore;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/** Records to write and read. */
final class Samples {
  private Samples() {}

  static Audit audit() {
    return Audit.newBuilder()
        .setReportId("KL-2022-17")
        .setRevision(3L)
        .setAgency("TT-94")
        .setAgencyKind(AgencyKind.INSPECTORATE)
        .setProvince("94")
        .setOccurredOn(LocalDate.of(2022, 6, 30))
        .setReference("Kết luận thanh tra số 17")
        .setChannel(AuditChannel.INSPECTION)
        .setRecoveredVnd(12_345_678_901L)
        .build();
  }

  static Appraisal appraisal() {
    return Appraisal.newBuilder()
        .setReportId("TD-1")
        .setAgency("TTCP")
        .setAgencyKind(AgencyKind.GOVERNMENT_INSPECTORATE)
        .setProvince("94")
        .setOccurredOn(LocalDate.of(2023, 3, 1))
        .setAssessmentYear(2022)
        .setCriterion("C.1.1")
        .setStage(AppraisalStage.FINAL)
        .setPoints(new BigDecimal("7.25"))
        .build();
  }

  static CriterionScore score() {
    return CriterionScore.newBuilder()
        .setYear(2022)
        .setProvince("94")
        .setCriterion("C.1.1")
        .setPoints(new BigDecimal("7.25"))
        .setMax(new BigDecimal("8.00"))
        .setBasis(Basis.FINAL)
        .setRubricVersion(1)
        .setAsOf(Instant.ofEpochMilli(1_700_000_000_123L))
        .build();
  }

  static RegistryAvroSerializer serializer(Map<String, ?> configs) {
    RegistryAvroSerializer serializer = new RegistryAvroSerializer();
    serializer.configure(configs, false);
    return serializer;
  }

  static RegistryAvroDeserializer deserializer(Map<String, ?> configs) {
    RegistryAvroDeserializer deserializer = new RegistryAvroDeserializer();
    deserializer.configure(configs, false);
    return deserializer;
  }
}
