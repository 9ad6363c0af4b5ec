package dev.paca.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paca.cli.CommandRun;
import dev.paca.cli.CommandRun.Place;
import dev.paca.cli.certificate.WrittenLog;
import dev.paca.cli.export.Export;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A third party with an export, and nothing that runs. */
class VerifyOfflineTest {
  @TempDir private Path home;
  private Place place;
  private String export;
  private String certificate;

  @BeforeEach
  void export() throws IOException {
    place = new Place(home);
    export = export("export", WrittenLog.small());
    certificate = home.resolve("certificate.json").toString();
    CommandRun run =
        place.run("verify", "--offline", "--from", export, "--certificate", certificate);
    assertThat(run.exitCode()).as(run.err()).isZero();
  }

  @Test
  void theCertificateIsPrintedWholeWherePiped() throws IOException {
    CommandRun run = place.run("verify", "--offline", "--from", export);

    JsonNode certified = new ObjectMapper().readTree(Path.of(certificate).toFile());
    assertThat(run.out().lines())
        .contains(
            "252 scores of [2022] recomputed, from 4 reports (2 turned away):"
                + " not compared with what is served",
            "input\t7\trecords in 15 partitions\t" + certified.at("/input/sha256").asText(),
            "rubrics\t1\tyears\t" + certified.at("/rubrics/sha256").asText(),
            "scores\t252\tscores in 1 year\t" + certified.at("/scores/sha256").asText());
  }

  @Test
  void onATerminalDigestsAreShortenedToFit() {
    assertThat(place.onTerminal(80).run("verify", "--offline", "--from", export).out().lines())
        .allMatch(line -> line.length() <= 80 || line.startsWith("252 scores"));
  }

  @Test
  void theSameInputAgreesWithItsCertificate() {
    CommandRun run = place.run("verify", "--offline", "--from", export, "--against", certificate);

    assertThat(run.out()).contains("as the certificate has it: no difference");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void anotherInputIsOneAndNamesWhatDiffers() throws IOException {
    String other = export("other", WrittenLog.small().conflict("X-4", 1));
    CommandRun run = place.run("verify", "--offline", "--from", other, "--against", certificate);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).containsPattern("input paca.conflicts-[01]\t").contains("scores 2022\t");
    assertThat(run.err()).isEqualTo("paca: not as the certificate has it: 2 differences\n");
  }

  @Test
  void asJsonItIsTheCertificateWithWhatWasRecomputed() throws IOException {
    CommandRun run =
        place.run("verify", "--offline", "--from", export, "--json", "--against", certificate);

    JsonNode json = new ObjectMapper().readTree(run.out());
    assertThat(json.get("compared").booleanValue()).isFalse();
    assertThat(json.get("certificate"))
        .isEqualTo(new ObjectMapper().readTree(Path.of(certificate).toFile()));
    assertThat(json.get("against")).isEmpty();
    Path whole = Files.writeString(home.resolve("whole.json"), run.out());
    assertThat(
            place
                .run("verify", "--offline", "--from", export, "--against", whole.toString())
                .exitCode())
        .isZero();
  }

  @Test
  void asOfAnEarlierTimeOrDayNoServiceIsAsked() {
    CommandRun at = place.run("verify", "--from", export, "--at", "2022-12-14T13:40:00.002+07:00");
    CommandRun until = place.run("verify", "--from", export, "--until", "2022-12-10");

    assertThat(at.out())
        .contains("from 2 reports (0 turned away): as known at 2022-12-14T06:40:00.002Z, not");
    assertThat(until.out()).contains("from 4 reports", "what occurred until 2022-12-10, not");
    assertThat(at.exitCode()).isZero();
    assertThat(until.exitCode()).isZero();
  }

  @Test
  void wrongValuesAreWrongUsageThatSaysWhatIsRight() {
    assertRefused(2, "such as 2022-06-30T17:00:00+07:00", "--at", "2022-12-14T13:40:00");
    assertRefused(2, "or a day for its end in Viet Nam, not 'yesterday'", "--at", "yesterday");
    assertRefused(
        2, "until is a day, such as 2022-06-30, not '2022-02-30'", "--until", "2022-02-30");
  }

  @Test
  void filesThatCannotBeUsedAreSaidBeforeAnythingIsRead() throws IOException {
    Path none = Files.writeString(home.resolve("none.json"), "{\"format\": 1}");
    Path later = Files.writeString(home.resolve("later.json"), "{\"format\": 2}");
    Path text = Files.writeString(home.resolve("text.json"), "certificate");
    Path empty = Files.writeString(home.resolve("empty.json"), "");

    assertRefused(1, "there is no file missing.json", "--against", "missing.json");
    assertRefused(1, "none.json is not a certificate", "--against", none.toString());
    assertRefused(1, "text.json is not a certificate", "--against", text.toString());
    assertRefused(1, "empty.json is not a certificate", "--against", empty.toString());
    assertRefused(1, "of format 2, this paca makes format 1", "--against", later.toString());
    assertRefused(1, "no certificate can be written to", "--certificate", home + "/no/c.json");
  }

  private void assertRefused(int exitCode, String words, String... options) {
    String[] args = new String[options.length + 4];
    System.arraycopy(new String[] {"verify", "--offline", "--from", export}, 0, args, 0, 4);
    System.arraycopy(options, 0, args, 4, options.length);
    CommandRun run = place.run(args);
    assertThat(run.err()).startsWith("paca: ").contains(words).hasLineCount(1);
    assertThat(run.exitCode()).isEqualTo(exitCode);
    assertThat(run.out()).isEmpty();
  }

  private String export(String name, WrittenLog log) throws IOException {
    Path dir = home.resolve(name);
    Export.write(log, dir, Instant.EPOCH);
    return dir.toString();
  }
}
