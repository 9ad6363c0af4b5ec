package dev.paca.scoring.rubric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that editors, other systems and bad intent produce: a place and a reason, and quickly. */
class HostileRubricTest {
  private static final String HEAD =
      """
      rubric: paca
      version: 1
      year: 2022
      window: {from: 2021-12-16, to: 2022-12-15}
      provincesAsOf: 2022-12-15
      source: test
      """;
  private static final String LEAF =
      """
      criteria:
        - {code: C, max: 8, provenance: derived, appraised: true, name: {vi: Phát hiện, en: b}}
      """;

  @Test
  void aByteOrderMarkIsNoPartOfTheFile() {
    assertThat(problems("\ufeff" + HEAD + LEAF)).isEmpty();
    assertThat(problems("\ufeff" + HEAD.replace("rubric:", "rubrik:") + LEAF))
        .contains("1:1 unknown key \"rubrik\"; nearest is rubric");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void linesMayEndAsOnAnySystem(String end) {
    String yaml =
        HEAD
            + """
            criteria:
              - code: C
                name: {vi: a, en: b}
                max: 8
                provenance: derived
                points: >-
                  1.0 +
                  audits.nothing
            """;
    assertThat(problems((HEAD + LEAF).replace("\n", end))).isEmpty();
    assertThat(problems(yaml.replace("\n", end)))
        .containsExactly("14:7 unknown measure audits.nothing; nearest is audits.reports");
  }

  @Test
  void anOldCodePageIsNamedWithTheFirstByteThatShowsIt() throws Exception {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write((HEAD + "criteria:\n  - {code: C, name: {vi: ").getBytes(StandardCharsets.UTF_8));
    file.write("Phát hiện".getBytes(Charset.forName("windows-1258")));
    file.write(", en: b}}\n".getBytes(StandardCharsets.UTF_8));

    assertThat(RubricReader.read(file.toByteArray()).problems())
        .extracting(RubricProblem::toString)
        .singleElement()
        .asString()
        .startsWith("8:28 the byte 0x")
        .endsWith(
            "is not UTF-8; save the file as UTF-8, not as UTF-16 or in an older code page such as"
                + " Windows-1258");
    assertThat(RubricReader.read((HEAD + LEAF).getBytes(StandardCharsets.UTF_8)).problems())
        .isEmpty();
    assertThat(RubricReader.read((HEAD + LEAF).getBytes(StandardCharsets.UTF_16)).problems())
        .singleElement()
        .asString()
        .startsWith("1:1 the byte 0xFE is not UTF-8");
  }

  @Test
  void aCharacterThatYamlDoesNotAllowIsPointedAt() {
    assertThat(problems(HEAD.replace("test", "Đề\u0000án") + LEAF))
        .containsExactly("6:11 the character U+0000 is not allowed");
  }

  @Test
  void aTabIsPointedAt() {
    assertThat(problems(HEAD + "criteria:\n\t- {code: C}\n").get(0))
        .startsWith("8:1 not YAML: found character '\\t(TAB)'");
  }

  @Test
  void whatContainsItselfIsFoundWhereverItStands() {
    assertThat(problems(HEAD.replace("{from: 2021-12-16", "&w {from: *w") + LEAF))
        .containsExactly("4:9 a text is needed here");
    assertThat(problems("&r\n" + HEAD + "criteria: *r\n"))
        .containsExactly("1:1 a list with at least one entry is needed here");
    assertThat(problems(HEAD + "? &k [*k]\n: 1\n" + LEAF).get(0)).startsWith("7:3 ");
  }

  @Test
  void aKeyThatIsNoTextIsPointedAt() {
    assertThat(problems(HEAD + "? [a]\n: 1\n" + LEAF))
        .containsExactly("7:3 unknown key \"(no text)\"; nearest is criteria");
  }

  @Test
  void aliasesThatMultiplyAreCounted() {
    String bomb = "a: &a [x]\nb: [" + "*a, ".repeat(20) + "\n  *a]\n";
    assertThat(problems(bomb))
        .containsExactly("3:3 lists and mappings are repeated by alias at most 20 times");
  }

  @ParameterizedTest
  @ValueSource(strings = {"+999999999-12-31", "-0001-12-15", "2022-02-30", "22-12-15"})
  void aDateHasFourDigitsOfTheYear(String date) {
    assertThat(problems(HEAD.replace("provincesAsOf: 2022-12-15", "provincesAsOf: " + date) + LEAF))
        .containsExactly("5:16 \"" + date + "\" is no date; write 2022-12-15");
  }

  @Test
  void whatIsQuotedIsShort() {
    assertThat(problems(HEAD + LEAF.replace("max: 8", "max: " + "9".repeat(100_000))))
        .containsExactly(
            "8:20 \""
                + "9".repeat(60)
                + "…\" is no number from 0 to 9999999.99 with at most two decimals");
  }

  @Test
  void aFormulaNestsNoDeeperThanItCanBeRead() {
    String formula = "1.0" + "+1.0".repeat(900);
    assertThat(problems(HEAD + LEAF.replace("appraised: true", "points: \"" + formula + "\"")))
        .containsExactly(
            "8:53 a formula nests at most 60 levels deep; each + or ?: after another counts as a"
                + " level");
  }

  @Test
  @Tag("deadline")
  void filesFullOfErrorsOrFormulasAreAnsweredQuickly() {
    for (String line :
        List.of(
            "  - {code: C%d, points: \"x\"}\n",
            "  - {kode%d: 1}\n",
            "  - {code: C%d, max: 8, provenance: derived, name: {vi: a, en: b}, points: \""
                + "min(".repeat(30)
                + "audits.reports"
                + ",1)".repeat(30)
                + "\"}\n")) {
      StringBuilder yaml = new StringBuilder(HEAD + "criteria:\n");
      for (int i = 0; yaml.length() < 240_000; i++) {
        yaml.append(line.formatted(i));
      }
      List<String> problems =
          assertTimeoutPreemptively(Duration.ofSeconds(20), () -> problems(yaml.toString()));
      assertThat(problems).isNotEmpty().hasSizeLessThanOrEqualTo(501);
      assertThat(problems).anyMatch(p -> p.contains("at most 500 criteria") || p.contains(" more"));
    }
  }

  private static List<String> problems(String yaml) {
    RubricReader.Reading reading = RubricReader.read(yaml);
    assertThat(reading.rubric().isPresent()).isEqualTo(reading.problems().isEmpty());
    return reading.problems().stream().map(RubricProblem::toString).toList();
  }
}
