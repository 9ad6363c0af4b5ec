package dev.paca.cli.rejected;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paca.cli.CommandRun;
import dev.paca.cli.CommandRun.Place;
import dev.paca.cli.console.CommandFailed;
import dev.paca.producers.form.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RejectedUsageTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "show paca.audits-2@3 | 2 | is not TOPIC/PARTITION/OFFSET as paca rejected list shows it",
        "replay audits/2 | 2 | is not TOPIC/PARTITION/OFFSET",
        "list --since 30/6/2024 | 2 | --since",
        "list --code WRONG | 2 | BAD_NUMBER",
        "list --topic rankings | 1 | paca.audits, paca.denunciations",
        "replay audits/0/1 | 1 | nothing runs in",
      })
  void whatIsWrongIsSaidInOneLine(String command, int exitCode, String words) {
    CommandRun run = place().run(("rejected " + command).split(" "));

    assertThat(run.err()).contains(words).startsWith("paca: ");
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.exitCode()).isEqualTo(exitCode);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void whoDoesItMustBeFitToBeKept() {
    Place known =
        place().with("PACA_BOOTSTRAP", "127.0.0.1:1").with("PACA_REGISTRY", "http://127.0.0.1:1");

    assertThat(known.run("rejected", "replay", "audits/0/1", "--by", "a\u001b[1m").err())
        .contains("--by (or PACA_USER) must name who does it");
    assertThat(
            known.with("PACA_USER", "x".repeat(129)).run("rejected", "replay", "audits/0/1").err())
        .contains("1 to 128 characters");
    assertThat(known.run("rejected", "replay", "audits/0/1", "--note", "a\nb").err())
        .contains("--note is one line");
  }

  @Test
  void aMendedFileIsReadAsTheGatewayReadsABody() throws IOException {
    Map<String, Entry> entries = file("\uFEFF{\"revision\": 2, \"province\": \"66\", \"a\": null}");

    assertThat(entries)
        .containsEntry("revision", new Entry.Numeral("2"))
        .containsEntry("province", Entry.text("66"))
        .containsEntry("a", Entry.BLANK);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[{}] | is an array; a mended report is one JSON object",
        "{} {} | goes on after its object at line 1",
        "{\"a\": 1,, | is not JSON from line 1, column 9 on",
        "'' | is empty",
      })
  void aFileThatIsNoReportIsNamedWithThePlace(String text, String words) {
    assertThatThrownBy(() -> file(text))
        .isInstanceOf(CommandFailed.class)
        .hasMessageContaining("mended.json " + words);
  }

  @Test
  void aFileThatIsNotThereOrNoUtf8IsSaidSo() throws IOException {
    MendedFile missing = new MendedFile(folder.resolve("missing.json"));
    assertThatThrownBy(missing::entries).hasMessageContaining("there is no file");
    Path latin = Files.write(folder.resolve("latin.json"), new byte[] {'{', (byte) 0xe9, '}'});
    assertThatThrownBy(() -> new MendedFile(latin).entries()).hasMessageContaining("is not UTF-8");
  }

  private Map<String, Entry> file(String text) throws IOException {
    return new MendedFile(Files.writeString(folder.resolve("mended.json"), text)).entries();
  }

  private Place place() {
    return new Place(folder);
  }
}
