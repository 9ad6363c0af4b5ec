package dev.paca.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paca.cli.CommandRun.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code paca up} as a process of its own, with a real broker and a real registry. */
class UpIT {
  private static final int PATIENCE_S = 300;
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path dir;
  private Process up;

  @AfterEach
  void end() {
    if (up != null) {
      up.destroyForcibly();
    }
  }

  @Test
  void theSampleIsRankedVerifiedCorrectedAndStillThereAfterAnotherStart() throws Exception {
    Place place = start("--sample");

    List<String> ranking = place.run("ranking", "2022").out().lines().toList();
    assertThat(ranking).hasSize(64);
    assertThat(ranking.get(1)).contains("Vĩnh Phúc\t77.95");
    assertThat(ranking).anyMatch(row -> row.startsWith("8\t9\t94\tSóc Trăng\t72.46"));

    aFileIsPublishedOnceAndItsBadRowsAreNamed(place);
    theExportAndTheTopicsBothVerify(place);
    theExportAndTheTopicsHaveTheSameCertificateNowAndEarlier(place);
    assertThat(place.run("topics", "check").exitCode()).isZero();
    aRubricIsTriedPublishedAndRolledBack(place);

    stop();
    Place again = start("--sample");
    assertThat(again.run("history", "2022", "94", "--criterion", "C.1.1").out()).contains("X-1");
    assertThat(again.run("rubric", "list", "2022").out().lines().toList())
        .hasSize(4)
        .last()
        .asString()
        .startsWith("1\t")
        .contains("\tinForce\t");
    assertThat(again.run("publish", csv().toString()).out()).startsWith("0 published, 1 unchanged");
    stop();
    assertThat(again.run("ranking", "2022").err()).contains("nothing runs in");
  }

  private void aFileIsPublishedOnceAndItsBadRowsAreNamed(Place place) throws IOException {
    CommandRun first = place.run("publish", csv().toString());
    assertThat(first.exitCode()).isEqualTo(1);
    assertThat(first.out()).startsWith("1 published, 0 unchanged, 1 refused");
    assertThat(first.err()).contains("row 3, column province", "UNKNOWN_PROVINCE");
    String position = first.out().replaceAll("(?s).*position (\\S+).*", "$1");

    assertThat(place.run("explain", "2022", "94", "C.1.1", "--position", position).out())
        .contains("report\taudits.corruptionCases\t12\taudits\tthanh-tra-tinh-94\tX-1");
    assertThat(place.run("publish", csv().toString()).out()).startsWith("0 published, 1 unchanged");
  }

  private void aRubricIsTriedPublishedAndRolledBack(Place place) throws IOException {
    String first = Files.readString(Path.of("..", "rubrics", "2022.yaml"));
    String second =
        first
            .replaceFirst("(?m)^version: 1$", "version: 2")
            .replace("audits.corruptionCases >= 10 ? 6.0", "audits.corruptionCases >= 10 ? 5.5");
    String one = Files.writeString(dir.resolve("one.yaml"), first).toString();
    String two = Files.writeString(dir.resolve("two.yaml"), second).toString();
    String forged = Files.writeString(dir.resolve("forged.yaml"), first + "# other\n").toString();

    CommandRun diff = place.run("rubric", "diff", "2022", two);
    assertThat(diff.exitCode()).as(diff.err()).isZero();
    assertThat(diff.out().lines().toList()).hasSize(64);
    assertThat(diff.err()).contains("version 2", "not published");
    assertThat(place.run("rubric", "publish", two).out()).startsWith("published ");
    assertThat(place.run("rubric", "publish", two).out()).startsWith("already in force: ");
    assertThat(place.run("rubric", "publish", one).out())
        .startsWith("rolled back to version 1; version 2 was in force: ");
    CommandRun refused = place.run("rubric", "publish", forged);
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err()).contains("never changes", "must state version 3");
  }

  private void theExportAndTheTopicsBothVerify(Place place) {
    String export = dir.resolve("export").toString();
    assertThat(place.run("export", export).exitCode()).isZero();
    for (String[] command :
        List.of(new String[] {"verify"}, new String[] {"verify", "--from", export})) {
      CommandRun verified = place.run(command);
      assertThat(verified.out())
          .as(verified.err())
          .contains("scores of [2021, 2022", "no difference");
      assertThat(verified.exitCode()).isZero();
    }
  }

  private void theExportAndTheTopicsHaveTheSameCertificateNowAndEarlier(Place place)
      throws IOException {
    String export = dir.resolve("export").toString();
    String beforeTheFile = Instant.ofEpochMilli(timestampOf("X-1") - 1).toString();
    long[] records = new long[2];
    String[][] asOf = {{"--until", "2099-12-31"}, {"--at", beforeTheFile}};
    for (int i = 0; i < asOf.length; i++) {
      Path file = dir.resolve("certificate" + i + ".json");
      CommandRun live =
          place.run("verify", asOf[i][0], asOf[i][1], "--certificate", file.toString());
      assertThat(live.exitCode()).as(live.err()).isZero();
      records[i] = JSON.readTree(file.toFile()).at("/input/records").asLong();
      CommandRun offline =
          new Place(dir.resolve("elsewhere"))
              .run(
                  "verify",
                  "--offline",
                  "--from",
                  export,
                  asOf[i][0],
                  asOf[i][1],
                  "--against",
                  file.toString());
      assertThat(offline.out()).as(offline.err()).contains("as the certificate has it");
      assertThat(offline.exitCode()).isZero();
    }
    assertThat(records[1]).isPositive().isLessThan(records[0]);
  }

  private long timestampOf(String reportId) throws IOException {
    try (Stream<String> lines = Files.lines(dir.resolve("export").resolve("paca.audits.jsonl"))) {
      String line = lines.filter(l -> l.contains("/" + reportId + '"')).findFirst().orElseThrow();
      return JSON.readTree(line).get("timestamp").asLong();
    }
  }

  private Path csv() throws IOException {
    return Files.writeString(
        dir.resolve("audits.csv"),
        """
        reportId,revision,agency,agencyKind,province,occurredOn,channel,corruptionCases
        X-1,1,thanh-tra-tinh-94,INSPECTORATE,94,2022-06-01,INSPECTION,12
        X-2,1,thanh-tra-tinh-94,INSPECTORATE,99,2022-06-01,INSPECTION,1
        """);
  }

  /** Starts it, waits for {@code ready}, and gives a place whose commands find it. */
  private Place start(String... options) throws Exception {
    Path repository = Path.of("..").toRealPath();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-Dfile.encoding=UTF-8"));
    command.add("-Dpaca.home=" + repository);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.paca.cli.Paca"));
    command.addAll(List.of("up", "--http-port", "0", "--gateway-port", "0"));
    command.addAll(List.of("--data", dir.resolve(".paca").toString()));
    command.addAll(List.of(options));
    Path err = dir.resolve("up.err");
    up = new ProcessBuilder(command).redirectError(err.toFile()).start();
    String line = up.inputReader().readLine();
    assertThat(line).as(() -> read(err)).startsWith("ready http://127.0.0.1:");
    return new Place(dir);
  }

  private void stop() throws InterruptedException {
    up.destroy();
    assertThat(up.waitFor(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
    assertThat(up.exitValue()).isZero();
    assertThat(dir.resolve(".paca/endpoints.json")).doesNotExist();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
