package dev.paca.producers.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.paca.problems.ProblemCode;
import dev.paca.producers.RunningCluster;
import dev.paca.producers.TopicReader;
import dev.paca.producers.form.ReportRules;
import dev.paca.producers.publish.PublishFailed;
import dev.paca.producers.publish.ReportPublisher;
import dev.paca.reports.Audit;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.report.ReportType;
import dev.paca.settings.Settings;
import dev.paca.topics.Position;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(RunningCluster.class)
class FilePublisherIT {
  private static final ReportRules RULES =
      new ReportRules(
          Provinces.standard(), Clock.fixed(Instant.parse("2025-12-31T00:00:00Z"), ZoneOffset.UTC));
  private static final String AUDITS =
      "reportId,revision,agency,agencyKind,province,occurredOn,reference,channel,inspections\n";
  private static final String CONFLICTS =
      "reportId,agency,agencyKind,province,occurredOn,detected,resolved\n";

  @TempDir Path folder;
  private final Settings settings;
  private ReportPublisher publisher;

  FilePublisherIT(Settings settings) {
    this.settings = settings;
  }

  @BeforeEach
  void open() {
    publisher = ReportPublisher.open(settings);
  }

  @AfterEach
  void close() {
    publisher.close();
  }

  @Test
  void eachBadRowHasItsRowColumnAndReasonAndTheGoodOnesArePublished() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(
        Csv.text(
            AUDITS,
            "R-1,1,six,INSPECTORATE,94,2022-06-30,,INSPECTION,12",
            "R-2,1,six,INSPECTORATE,94,2022-06-30,,INSPECTION,1.234",
            "R-3,1,six,INSPECTORATE,99,2022-06-30,,INSPECTION,1",
            "R-4,1,six,INSPECTORATE,94,2025-07-01,,INSPECTION,1",
            "R-5,1,six,INSPECTORATE,01,2026-01-01,,INSPECTION,1"));
    bytes.writeBytes("R-6,1,six,INSPECTORATE,94,2022-06-30,".getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes("Hòa".getBytes(StandardCharsets.ISO_8859_1));
    bytes.writeBytes(
        Csv.text(
            ",INSPECTION,1\r\n",
            "R-7,1,six,INSPECTORAT,94,,\"two\nlines\",INSPECTION,1",
            "R-8,1,six,INSPECTORATE,94,2022-06-30,số 8,INSPECTION,3"));
    Path file = folder.resolve("file.csv");
    Files.write(file, bytes.toByteArray());

    FileResult result = publish(file);

    assertThat(result.type()).contains(ReportType.AUDITS);
    assertThat(result.published()).isEqualTo(2);
    assertThat(
            result.refused().stream()
                .flatMap(
                    row ->
                        row.problems().stream()
                            .map(problem -> tuple(row.row(), problem.field(), problem.code()))))
        .containsExactly(
            tuple(3L, "inspections", ProblemCode.BAD_NUMBER),
            tuple(4L, "province", ProblemCode.UNKNOWN_PROVINCE),
            tuple(5L, "province", ProblemCode.PROVINCE_NOT_VALID),
            tuple(6L, "occurredOn", ProblemCode.FUTURE_DATE),
            tuple(7L, "reference", ProblemCode.NOT_UTF8),
            tuple(8L, "agencyKind", ProblemCode.BAD_CHOICE),
            tuple(8L, "occurredOn", ProblemCode.MISSING_FIELD),
            tuple(8L, "reference", ProblemCode.BAD_TEXT));
    List<ConsumerRecord<String, SpecificRecord>> records =
        TopicReader.of(settings, "paca.audits", "six");
    assertThat(records)
        .extracting(ConsumerRecord::key)
        .containsExactlyInAnyOrder("six/R-1", "six/R-8");
    for (ConsumerRecord<String, SpecificRecord> record : records) {
      Position own = Position.of(record.topic(), record.partition(), record.offset());
      assertThat(result.position().plus(own)).isEqualTo(result.position());
    }
  }

  @Test
  void aWrongHeaderNamesItsColumnsAndPublishesNothing() throws Exception {
    Path file = folder.resolve("audits-2022.csv");
    Files.write(
        file,
        Csv.text(
            "reportId,agency,agencyKind,provinse,occurredOn,channel\n",
            "R-1,header,INSPECTORATE,94,2022-06-30,INSPECTION"));

    FileResult result = publish(file);

    assertThat(result.problems())
        .extracting(problem -> tuple(problem.field(), problem.code()))
        .containsExactly(
            tuple("provinse", ProblemCode.BAD_HEADER), tuple("province", ProblemCode.BAD_HEADER));
    assertThat(result.problems().get(0).message()).contains("did you mean province?");
    assertThat(TopicReader.of(settings, "paca.audits", "header")).isEmpty();
  }

  @Test
  void aFileThatBreaksOffIsPublishedUpToThere() throws Exception {
    Path file = folder.resolve("conflicts.csv");
    Files.write(
        file,
        Csv.text(
            CONFLICTS,
            "X-1,broken,HOME_AFFAIRS,94,2022-06-30,1,0",
            "\"X-2,broken,HOME_AFFAIRS,94,2022-06-30,1,0"));

    FileResult result = publish(file);

    assertThat(result.published()).isEqualTo(1);
    assertThat(result.refused()).extracting(RefusedRow::row).containsExactly(3L);
  }

  @Test
  void aWorkbookIsPublishedLikeACsv() throws Exception {
    Path file = folder.resolve("audits.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("Sheet");
      String[] names = AUDITS.strip().split(",", -1);
      for (int column = 0; column < names.length; column++) {
        sheet.value(0, column, names[column]);
      }
      xlsxRow(sheet, 1, 1, LocalDate.of(2022, 6, 30), 12);
      xlsxRow(sheet, 3, 1, LocalDate.of(2022, 6, 30), 1.5);
    }

    FileResult result = publish(file);
    FileResult again = publish(file);

    assertThat(result.published()).isEqualTo(1);
    assertThat(result.refused()).extracting(RefusedRow::row).containsExactly(4L);
    assertThat(result.refused().get(0).problems().get(0).field()).isEqualTo("inspections");
    assertThat(again.unchanged()).isEqualTo(1);
    Audit audit = (Audit) TopicReader.of(settings, "paca.audits", "xlsx").get(0).value();
    assertThat(audit.getProvince()).isEqualTo("01");
    assertThat(audit.getOccurredOn()).isEqualTo(LocalDate.of(2022, 6, 30));
    assertThat(audit.getInspections()).isEqualTo(12);
  }

  private static void xlsxRow(Worksheet sheet, int row, int province, LocalDate day, Number count) {
    sheet.value(row, 0, "R-" + row);
    sheet.value(row, 1, 1);
    sheet.value(row, 2, "xlsx");
    sheet.value(row, 3, "INSPECTORATE");
    sheet.value(row, 4, province);
    sheet.value(row, 5, day);
    sheet.style(row, 5).format("dd/mm/yyyy").set();
    sheet.value(row, 7, "INSPECTION");
    sheet.value(row, 8, count);
  }

  @Test
  void progressEndsAtTheNumberOfRows() throws Exception {
    Path file = folder.resolve("conflicts.csv");
    Files.write(file, Csv.text(CONFLICTS, "X-1,progress,HOME_AFFAIRS,94,2022-06-30,1,0", "X-2"));
    List<String> heard = new ArrayList<>();

    new FilePublisher(settings, publisher, RULES)
        .publish(
            file,
            Optional.empty(),
            (step, done, total) -> {
              if (step != Progress.Step.COMPARING) {
                heard.add(step + " " + done + "/" + total);
              }
            });

    assertThat(heard)
        .containsExactly("CHECKING 1/0", "CHECKING 2/0", "PUBLISHING 1/2", "PUBLISHING 2/2");
  }

  @Test
  void aMissingFileOrAnEmptyOneIsToldAsSuch() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty.csv"));

    assertThat(publish(folder.resolve("none.csv")).problems().get(0).code())
        .isEqualTo(ProblemCode.NOT_FOUND);
    assertThat(publish(empty).problems().get(0).message()).contains("empty");
  }

  @Test
  void withoutABrokerAFileFailsAsAWhole() throws IOException {
    Path file = folder.resolve("conflicts.csv");
    Files.write(file, Csv.text(CONFLICTS, "X-1,nobroker,HOME_AFFAIRS,94,2022-06-30,1,0"));
    Settings nowhere =
        Settings.declare(dev.paca.settings.ClientSettings.all())
            .options(
                Map.of(
                    "bootstrap",
                    "127.0.0.1:1",
                    "registry",
                    "http://127.0.0.1:1",
                    "kafka.default.api.timeout.ms",
                    "500",
                    "kafka.request.timeout.ms",
                    "400"))
            .read();

    FilePublisher files = new FilePublisher(nowhere, publisher, RULES);

    assertThatThrownBy(() -> files.publish(file, Optional.empty(), Progress.NONE))
        .isInstanceOfSatisfying(
            PublishFailed.class,
            failed -> assertThat(failed.reason()).isEqualTo(PublishFailed.Reason.BROKER));
  }

  private FileResult publish(Path file) {
    return new FilePublisher(settings, publisher, RULES)
        .publish(file, Optional.empty(), Progress.NONE);
  }
}
