package dev.paca.cli.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paca.reports.AgencyKind;
import dev.paca.reports.Conflict;
import dev.paca.streams.recount.Entry;
import dev.paca.streams.recount.InputTopic;
import dev.paca.streams.recount.InputUnavailable;
import dev.paca.topics.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportFilesTest {
  @TempDir private Path dir;

  private final Entry report =
      new Entry(
          Topics.CONFLICTS,
          3,
          7,
          1_700_000_000_000L,
          Optional.of("ST-SNV/X-1"),
          Optional.of(
              Conflict.newBuilder()
                  .setReportId("X-1")
                  .setAgency("ST-SNV")
                  .setAgencyKind(AgencyKind.HOME_AFFAIRS)
                  .setProvince("94")
                  .setOccurredOn(LocalDate.parse("2022-12-14"))
                  .setDetected(2L)
                  .build()),
          Optional.empty(),
          Optional.empty());

  private final Entry garbage =
      new Entry(
          Topics.CONFLICTS,
          0,
          8,
          1_700_000_000_001L,
          Optional.empty(),
          Optional.empty(),
          Optional.of(new byte[] {1, 2, 3}),
          Optional.of("no magic byte"));

  @Test
  void anExportIsReadBackAsItWasWritten() throws IOException {
    export();

    List<Entry> read = new ArrayList<>();
    InputTopic topic = new InputFromExport(dir).read(Topics.CONFLICTS, read::add);

    assertThat(read.get(0)).isEqualTo(report);
    assertThat(read.get(1).bytes().orElseThrow()).containsExactly(1, 2, 3);
    assertThat(read.get(1).problem()).contains("no magic byte");
    assertThat(topic.ends()).isEqualTo(Map.of(0, 9L, 3, 8L));
    assertThat(new InputFromExport(dir).partitions(Topics.CONFLICTS)).isEqualTo(4);
  }

  @Test
  void aFileThatWasChangedIsNoticed() throws IOException {
    export();
    Path file = dir.resolve("paca.conflicts.jsonl");
    Files.writeString(file, Files.readString(file).replace("\"detected\":2", "\"detected\":3"));

    assertThatThrownBy(() -> new InputFromExport(dir).read(Topics.CONFLICTS, entry -> {}))
        .isInstanceOf(InputUnavailable.class)
        .hasMessageContaining("SHA-256");
  }

  @Test
  void aLineThatIsNoneIsNamedWithItsNumber() throws IOException {
    export();
    Path file = dir.resolve("paca.conflicts.jsonl");
    Files.writeString(file, Files.readString(file).replace("2022-12-14", "14/12/2022"));

    assertThatThrownBy(() -> new InputFromExport(dir).read(Topics.CONFLICTS, entry -> {}))
        .isInstanceOf(InputUnavailable.class)
        .hasMessageContaining("line 1")
        .hasMessageContaining("occurredOn");
  }

  @Test
  void whatWasNotFinishedLeavesNoFile() throws IOException {
    try (ExportFile file = new ExportFile(dir.resolve("paca.conflicts.jsonl"))) {
      file.add(report);
    }

    assertThat(dir).isEmptyDirectory();
    assertThatThrownBy(() -> new InputFromExport(dir).partitions(Topics.CONFLICTS))
        .hasMessageContaining("manifest.json");
  }

  private void export() throws IOException {
    try (ExportFile file = new ExportFile(dir.resolve("paca.conflicts.jsonl"))) {
      file.add(report);
      file.add(garbage);
      InputTopic topic = new InputTopic(Topics.CONFLICTS, 4, Map.of(0, 9L, 3, 8L));
      new Manifest("2026-03-01T04:00:00Z", List.of(file.finish(topic))).write(dir);
    }
  }
}
