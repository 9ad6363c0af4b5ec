package dev.paca.cli.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paca.rejections.FieldProblem;
import dev.paca.rejections.Rejected;
import dev.paca.reports.AgencyKind;
import dev.paca.reports.Appraisal;
import dev.paca.reports.AppraisalStage;
import dev.paca.reports.Audit;
import dev.paca.reports.AuditChannel;
import dev.paca.reports.ReportStatus;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class PlainJsonTest {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private final Audit audit =
      Audit.newBuilder()
          .setReportId("TT-7")
          .setRevision(2L)
          .setStatus(ReportStatus.RETRACTED)
          .setAgency("ST-TT")
          .setAgencyKind(AgencyKind.INSPECTORATE)
          .setProvince("94")
          .setOccurredOn(LocalDate.parse("2022-06-30"))
          .setReference("Kết luận 7, \"mật\"\t…")
          .setChannel(AuditChannel.INSPECTION)
          .setViolationVnd(Long.MAX_VALUE)
          .build();

  private final Appraisal appraisal =
      Appraisal.newBuilder()
          .setReportId("A-1")
          .setAgency("TTCP")
          .setAgencyKind(AgencyKind.GOVERNMENT_INSPECTORATE)
          .setProvince("94")
          .setOccurredOn(LocalDate.parse("2022-12-15"))
          .setAssessmentYear(2022)
          .setCriterion("A.1.1")
          .setStage(AppraisalStage.FINAL)
          .setPoints(new BigDecimal("0.50"))
          .build();

  @Test
  void aReportIsItsFieldsWithWholeNumbersAndIsoDates() {
    assertThat(PlainJson.of(audit).toString())
        .contains("\"reportId\":\"TT-7\"", "\"revision\":2", "\"status\":\"RETRACTED\"")
        .contains("\"occurredOn\":\"2022-06-30\"", "\"violationVnd\":9223372036854775807")
        .contains("\"inspections\":null", "\"matterId\":null");
    assertThat(PlainJson.of(appraisal).toString()).contains("\"points\":0.50");
  }

  @Test
  void whatComesBackIsExactlyWhatWentIn() throws Exception {
    assertThat(roundTrip(audit)).isEqualTo(audit);
    assertThat(roundTrip(appraisal)).isEqualTo(appraisal);
  }

  @Test
  void aFieldThatIsNoneIsNamed() throws Exception {
    String text = PlainJson.of(audit).put("inspections", "many").toString();

    assertThatThrownBy(() -> RecordFromJson.read(JSON.readTree(text), Audit.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("inspections")
        .hasMessageContaining("whole number");
  }

  @Test
  void bytesAreBase64AndListsAreArrays() {
    Rejected rejected =
        Rejected.newBuilder()
            .setTopic("paca.audits")
            .setPartition(1)
            .setOffset(7)
            .setTimestamp(Instant.parse("2026-03-01T03:42:07.120Z"))
            .setCode("NOT_REGISTRY_FRAMED")
            .setMessage("no")
            .setProblems(List.of(new FieldProblem("", "NOT_REGISTRY_FRAMED", "no")))
            .setValue(ByteBuffer.wrap("garbage".getBytes(StandardCharsets.UTF_8)))
            .build();

    assertThat(PlainJson.of(rejected).toString())
        .contains("\"timestamp\":\"2026-03-01T03:42:07.120Z\"")
        .contains("\"problems\":[{\"field\":\"\",\"code\":\"NOT_REGISTRY_FRAMED\"")
        .contains("\"value\":\"Z2FyYmFnZQ==\"", "\"key\":null");
  }

  private static <T extends SpecificRecord> SpecificRecord roundTrip(T report) throws Exception {
    return RecordFromJson.read(JSON.readTree(PlainJson.of(report).toString()), report.getClass());
  }
}
