package dev.paca.producers.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.producers.RunningCluster;
import dev.paca.producers.TopicReader;
import dev.paca.producers.form.ReportRules;
import dev.paca.producers.publish.ReportPublisher;
import dev.paca.reports.Conflict;
import dev.paca.scoring.province.Provinces;
import dev.paca.settings.Settings;
import dev.paca.topics.Position;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(RunningCluster.class)
class RepublishingIT {
  private static final ReportRules RULES =
      new ReportRules(
          Provinces.standard(), Clock.fixed(Instant.parse("2025-12-31T00:00:00Z"), ZoneOffset.UTC));
  private static final String CONFLICTS =
      "reportId,agency,agencyKind,province,occurredOn,detected,resolved\n";

  @TempDir Path folder;
  private final Settings settings;
  private ReportPublisher publisher;

  RepublishingIT(Settings settings) {
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
  void publishingAFileAgainPublishesNothing() throws Exception {
    Path file = folder.resolve("conflicts-2022.csv");
    List<byte[]> rows = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      rows.add(Csv.text("X-" + i + ",again,HOME_AFFAIRS,94,2022-06-30," + i + ",\n"));
    }
    Files.write(file, Csv.concat(Csv.text(CONFLICTS), rows));

    FileResult first = publish(file);
    FileResult second = publish(file);

    assertThat(first.published()).isEqualTo(300);
    assertThat(second.published()).isZero();
    assertThat(second.unchanged()).isEqualTo(300);
    assertThat(second.position()).isEqualTo(Position.NONE);
    assertThat(TopicReader.of(settings, "paca.conflicts", "again")).hasSize(300);
  }

  @Test
  void onlyWhatChangedInAFileIsPublishedAgain() throws Exception {
    Path file = folder.resolve("conflicts.csv");
    String kept = "X-1,changed,HOME_AFFAIRS,94,2022-06-30,1,0\n";
    Files.write(file, Csv.text(CONFLICTS, kept, "X-2,changed,HOME_AFFAIRS,94,2022-06-30,2,0"));
    publish(file);

    Files.write(file, Csv.text(CONFLICTS, kept, "X-2,changed,HOME_AFFAIRS,94,2022-06-30,3,0"));
    FileResult corrected = publish(file);
    Files.write(file, Csv.text(CONFLICTS, kept, "X-2,changed,HOME_AFFAIRS,94,2022-06-30,2,0"));
    FileResult backAgain = publish(file);

    assertThat(corrected.published()).isEqualTo(1);
    assertThat(corrected.unchanged()).isEqualTo(1);
    assertThat(backAgain.published()).isEqualTo(1);
    assertThat(detected("changed", "changed/X-2")).containsExactly(2L, 3L, 2L);
  }

  @Test
  void rowsWithOneKeyKeepTheirOrderAndAreNotPublishedTwice() throws Exception {
    Path file = folder.resolve("conflicts.csv");
    Files.write(
        file,
        Csv.text(
            CONFLICTS,
            "X-1,order,HOME_AFFAIRS,94,2022-06-30,1,0",
            "X-1,order,HOME_AFFAIRS,94,2022-06-30,2,0",
            "X-1,order,HOME_AFFAIRS,94,2022-06-30,2,0"));

    FileResult first = publish(file);
    FileResult second = publish(file);

    assertThat(first.published()).isEqualTo(2);
    assertThat(first.unchanged()).isEqualTo(1);
    assertThat(second.published()).isZero();
    assertThat(detected("order", "order/X-1")).containsExactly(1L, 2L);
  }

  private FileResult publish(Path file) {
    return new FilePublisher(settings, publisher, RULES)
        .publish(file, Optional.empty(), Progress.NONE);
  }

  private List<Long> detected(String agency, String key) {
    return TopicReader.of(settings, "paca.conflicts", agency).stream()
        .filter(record -> record.key().equals(key))
        .map(record -> ((Conflict) record.value()).getDetected())
        .toList();
  }
}
