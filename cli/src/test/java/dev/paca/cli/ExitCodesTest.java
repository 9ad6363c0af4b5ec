package dev.paca.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.cli.CommandRun.Place;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExitCodesTest {
  @TempDir private Path home;
  private Place place;

  @BeforeEach
  void nothingRuns() {
    place = new Place(home);
  }

  @Test
  void wrongUsageIsTwoWithOneLineThatSaysWhereHelpIs() {
    assertOneLine(place.run("rankng"), 2, "'rankng'", "did you mean ranking", "paca --help");
    assertOneLine(place.run("ranking"), 2, "YEAR", "paca ranking --help");
    assertOneLine(place.run("ranking", "last"), 2, "'last' is not a whole number");
    assertOneLine(place.run("scores", "2022", "94", "--lang", "fr"), 2, "--lang", "VI, EN");
    assertOneLine(place.run("rubric"), 2, "paca rubric --help");
    assertOneLine(place.run(), 2, "ranking", "paca --help");
  }

  @Test
  void whereNothingRunsTheLineSaysHowToStartIt() {
    assertOneLine(place.run("ranking", "2022"), 1, "nothing runs in", "paca up", "PACA_QUERY_URL");
    assertOneLine(place.run("tail", "paca.rankings"), 1, "paca up", "PACA_BOOTSTRAP");
  }

  @Test
  void aServiceThatDoesNotAnswerIsOneLine() throws IOException {
    int nobody;
    try (ServerSocket socket = new ServerSocket(0)) {
      nobody = socket.getLocalPort();
    }
    Place gone = place.with("PACA_QUERY_URL", "http://127.0.0.1:" + nobody);

    assertOneLine(gone.run("ranking", "2022"), 1, "nothing answers at http://127.0.0.1:" + nobody);
  }

  @Test
  void aServiceThatIsNoQueryServiceIsOneLine() throws IOException {
    try (QueryServiceDouble other = new QueryServiceDouble()) {
      Place wrong = place.with("PACA_QUERY_URL", other.url());
      assertOneLine(wrong.run("ranking", "2022"), 1, "status 404", "is it the query service?");
      other.reply("/v1/assessments/2022/ranking", 200, "<html>");
      assertOneLine(wrong.run("ranking", "2022"), 1, "does not fit this command");
    }
  }

  @Test
  void everyWrongSettingIsSaidAtOnce() {
    CommandRun run =
        place
            .with("PACA_QUERY_URL", "localhost")
            .with("PACA_BOOTSTRAP", "nowhere")
            .run("ranking", "2022");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err().lines())
        .hasSize(2)
        .allMatch(line -> line.startsWith("paca: "))
        .anyMatch(line -> line.contains("PACA_QUERY_URL"))
        .anyMatch(line -> line.contains("PACA_BOOTSTRAP"));
  }

  @Test
  void aRubricWithErrorsIsOneWithEveryErrorAtItsPlace() throws IOException {
    Path rubric = Files.writeString(home.resolve("bad.yaml"), "rubric: paca\nversion: x\n");
    CommandRun run = place.run("rubric", "check", rubric.toString());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err().lines().count()).isGreaterThan(2);
    assertThat(run.err()).contains(rubric + ":2:");
    assertOneLine(place.run("rubric", "check", "no-such.yaml"), 1, "there is no file no-such.yaml");
  }

  @Test
  void anUnknownTopicNamesThoseThatExist() {
    assertOneLine(
        place.run("tail", "paca.ranking"), 1, "no topic paca.ranking", "paca.rankings", "rejected");
  }

  private static void assertOneLine(CommandRun run, int exitCode, String... words) {
    assertThat(run.err()).startsWith("paca: ").contains(words);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(exitCode);
  }
}
