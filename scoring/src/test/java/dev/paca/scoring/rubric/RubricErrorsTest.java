package dev.paca.scoring.rubric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of error of a rubric file, with its line and column. */
class RubricErrorsTest {
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
      "  - {code: C, max: 8, provenance: derived, appraised: true, name: {vi: a, en: b}}\n";

  @Test
  void everyErrorOfAFileIsSaidAtOnceInItsOrder() {
    assertThat(
            problems(
                """
                rubric: paca
                version: one
                year: 2022
                window: {from: 2022-12-15, to: 2021-12-16}
                provincesAsOf: 15/12/2022
                colour: red
                criteria:
                  - code: C
                    name: {vi: Phần C, en: Part C}
                    max: 10
                    criteria:
                      - {code: C.1, name: {vi: a, en: b}, max: 4, provenance: ours, points: "audits.cases"}
                      - {code: C.1, name: {vi: a}, max: 5, provenance: derived, appraised: maybe}
                      - {code: TOTAL, name: {vi: a, en: b}, max: 1.005, appraised: true}
                """))
        .containsExactly(
            "1:1 the key source is missing",
            "2:10 \"one\" is no whole number from 1 to 999999",
            "4:9 the window is upside down: 2021-12-16 is before 2022-12-15",
            "5:16 \"15/12/2022\" is no date; write 2022-12-15",
            "6:1 unknown key \"colour\"; nearest is year",
            "12:63 published, derived or illustrative, not \"ours\"",
            "12:78 unknown measure audits.cases; nearest is audits.reports",
            "13:9 a leaf needs points (a formula), appraised: true, or both",
            "13:16 the code C.1 stands in line 12 too",
            "13:27 the key en is missing",
            "13:76 true or false, not \"maybe\"",
            "14:9 a leaf says its provenance: published, derived or illustrative",
            "14:16 \"TOTAL\" is no code: letters, digits, dots; at most 32; not TOTAL",
            "14:50 \"1.005\" is no number from 0 to 9999999.99 with at most two decimals");
  }

  @Test
  void maximaBelowAddUpToTheirParents() {
    assertThat(
            problems(
                HEAD
                    + """
                    criteria:
                      - code: C
                        name: {vi: a, en: b}
                        max: 10
                        criteria:
                          - {code: C.1, name: {vi: a, en: b}, max: 4, provenance: derived, appraised: true}
                          - {code: C.2, name: {vi: a, en: b}, max: 5.99, provenance: derived, appraised: true}
                    """))
        .containsExactly("10:10 the maxima below add up to 9.99, not 10.00");
  }

  @Test
  void aSumHasNoPointsOfItsOwn() {
    assertThat(
            problems(
                HEAD
                    + """
                    criteria:
                      - code: C
                        name: {vi: a, en: b}
                        max: 4
                        points: "1.0"
                        criteria:
                          - {code: C.1, name: {vi: a, en: b}, max: 4, provenance: derived, appraised: true}
                    """))
        .containsExactly(
            "8:5 a criterion with criteria below it is their sum: no points, no appraised");
  }

  @Test
  void aLeafThatNothingDecidesIsAnError() {
    assertThat(problems(HEAD + "criteria:\n" + LEAF.replace("appraised: true", "appraised: false")))
        .containsExactly("8:5 a leaf needs points (a formula), appraised: true, or both");
    assertThat(problems(HEAD + "criteria:\n" + LEAF.replace("appraised: true, ", "")))
        .containsExactly("8:5 a leaf needs points (a formula), appraised: true, or both");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "max: 8|max: -1|\"-1\" is no number from 0 to 9999999.99 with at most two decimals",
        "max: 8|max: 1e999999999|\"1e999999999\" is no number from 0 to 9999999.99 with at most two decimals",
        "max: 8|max: 99999999|\"99999999\" is no number from 0 to 9999999.99 with at most two decimals",
        "max: 8|max: [8]|a text is needed here",
        "code: C|code: 'C 1'|\"C 1\" is no code: letters, digits, dots; at most 32; not TOTAL",
        "code: C|code: ''|a text is needed here",
        "name: {vi: a, en: b}|name: only|a mapping with the keys vi, en is needed",
        "name: {vi: a, en: b}|nane: {vi: a, en: b}|the key name is missing",
        "provenance: derived|provenance: Derived|published, derived or illustrative, not \"Derived\"",
        "max: 8|max: 8, max: 8|the key max stands twice",
        "appraised: true|criteria: []|a list with at least one entry is needed here",
        "appraised: true|points: '1 +'|mismatched input '<EOF>'; a measure, a number or a parenthesis is expected",
      })
  void everyValueIsChecked(String right, String wrong, String message) {
    assertThat(problems(HEAD + "criteria:\n" + LEAF.replace(right, wrong)))
        .anySatisfy(problem -> assertThat(problem).matches("8:[0-9]+ .*").endsWith(message));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "year: 2022|year: 1999|3:7 \"1999\" is no whole number from 2000 to 2100",
        "year: 2022|year: 2101|3:7 \"2101\" is no whole number from 2000 to 2100",
        "version: 1|version: 0|2:10 \"0\" is no whole number from 1 to 999999",
        "version: 1|version: 12345678901|2:10 \"12345678901\" is no whole number from 1 to 999999",
        "version: 1|version: 1\\nweakBelow: 1.01|3:12 a share of the maximum, 0 to 1",
        "version: 1|version: 1\\nacceptUntil: soon|3:14 \"soon\" is no date; write 2022-12-15",
        "to: 2022-12-15}|to: 2022-12-15, by: 3}|4:44 unknown key \"by\"; nearest is to",
        "{from: 2021-12-16, to: 2022-12-15}|{from: 2021-12-16}|4:9 the key to is missing",
        "{from: 2021-12-16, to: 2022-12-15}|2022|4:9 a mapping with the keys from, to is needed",
        "source: test|source: ''|6:9 a text is needed here",
      })
  void theHeadIsChecked(String right, String wrong, String problem) {
    String yaml = HEAD.replace(right, wrong.replace("\\n", "\n")) + "criteria:\n" + LEAF;
    assertThat(problems(yaml)).containsExactly(problem);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{from: 2022-01-01, to: 2022-01-01}", "{to: 2022-01-02, from: 2022-01-01}"})
  void aWindowOfOneDayIsNotUpsideDown(String window) {
    String yaml = HEAD.replace("{from: 2021-12-16, to: 2022-12-15}", window);
    assertThat(problems(yaml + "criteria:\n" + LEAF)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "year: 2022|year: 2000",
        "year: 2022|year: 2100",
        "version: 1|version: 999999",
        "version: 1|version: 1\\nweakBelow: 1.00",
        "version: 1|version: 1\\nweakBelow: 0",
      })
  void theLeastAndTheMostAreAllowed(String value, String edge) {
    String yaml = HEAD.replace(value, edge.replace("\\n", "\n")) + "criteria:\n" + LEAF;
    assertThat(problems(yaml)).isEmpty();
  }

  @Test
  void anErrorInAFoldedFormulaIsPointedAtWhereItStandsInTheFile() {
    assertThat(
            problems(
                HEAD
                    + """
                    criteria:
                      - code: C
                        name: {vi: a, en: b}
                        max: 8
                        provenance: illustrative
                        points: >-   # bands
                          audits.corruptionCases == 0 ? 0.0
                            : audits.corruptionCase >= 10 ? 6.0
                            : 2.0
                    """))
        .containsExactly(
            "14:11 unknown measure audits.corruptionCase; nearest is audits.corruptionCases");
    assertThat(
            problems(
                HEAD
                    + """
                    criteria:
                      - code: C
                        name: {vi: a, en: b}
                        max: 8
                        provenance: illustrative
                        points: "audits.corruptionCases == 0
                          ? 0.0
                          : audits.corruptionCases"
                    """))
        .containsExactly(
            "13:7 ?: does not take (bool, double, int): int and double do not mix; write double(x),"
                + " or 8.0 for 8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"|", ">", ">-", "|+"})
  void theFirstCharacterOfABlockIsFound(String style) {
    String yaml =
        HEAD
            + "criteria:\n  - code: C\n    name: {vi: a, en: b}\n    max: 8\n"
            + "    provenance: derived\n    points: "
            + style
            + "\n\n      x.y\n      + 1\n";
    assertThat(problems(yaml).get(0)).startsWith("14:7 unknown measure x.y");
  }

  @Test
  void criteriaNestAtMostSixLevels() {
    StringBuilder yaml = new StringBuilder(HEAD);
    for (int depth = 0; depth < 7; depth++) {
      String in = "  ".repeat(depth);
      yaml.append(in).append("criteria:\n").append(in).append("- code: C").append(depth);
      yaml.append('\n')
          .append(in)
          .append("  name: {vi: a, en: b}\n")
          .append(in)
          .append("  max: 8\n");
    }
    assertThat(problems(yaml.toString())).contains("32:15 criteria nest at most 6 levels deep");
  }

  @Test
  void aCriterionThatContainsItselfIsFound() {
    String yaml =
        HEAD
            + """
            criteria: &all
              - code: C
                name: {vi: a, en: b}
                max: 8
                criteria: *all
            """;
    assertThat(problems(yaml))
        .contains("8:5 an alias repeats this criterion; each stands in the tree once");
  }

  @Test
  void aliasesOfTextsAreFine() {
    String yaml =
        HEAD
            + """
            criteria:
              - {code: C, max: 8, provenance: derived, name: {vi: &same a, en: *same}, appraised: true}
            """;
    assertThat(problems(yaml)).isEmpty();
  }

  @Test
  void whatIsNotYamlIsPointedAt() {
    assertThat(problems("rubric: paca\nyear: [2022\nversion: 1\n").get(0))
        .startsWith("3:8 not YAML:");
    assertThat(problems("")).containsExactly("1:1 the file is empty");
    assertThat(problems("- 1\n").get(0)).startsWith("1:1 a mapping with the keys rubric, version");
    assertThat(problems("a: 1\n---\nb: 2\n").get(0)).contains("not YAML");
  }

  @Test
  @Tag("deadline")
  void aFileMadeToExhaustTheReaderIsRefusedQuickly() {
    String aliases = "a: &a [x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\n";
    for (String hostile :
        List.of(
            "rubric: " + "[".repeat(100_000),
            "- ".repeat(100_000) + "x",
            "rubric: " + "x".repeat(300_000),
            aliases + "c: [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b, *b, *b, *b]\n")) {
      List<String> problems =
          assertTimeoutPreemptively(Duration.ofSeconds(20), () -> problems(hostile));
      assertThat(problems).isNotEmpty();
    }
    assertThat(problems("rubric: " + "[".repeat(51) + "]".repeat(51)))
        .containsExactly("1:58 lists and mappings nest at most 50 levels deep");
  }

  private static List<String> problems(String yaml) {
    RubricReader.Reading reading = RubricReader.read(yaml);
    assertThat(reading.rubric().isPresent()).isEqualTo(reading.problems().isEmpty());
    return reading.problems().stream().map(RubricProblem::toString).toList();
  }
}
