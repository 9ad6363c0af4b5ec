package dev.paca.scoring.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What formulas may not be, and where the answer points. */
class FormulaErrorsTest {

  @Test
  void anUnknownMeasureIsNamedWithItsColumnAndTheNearestOne() {
    assertThat(errors("1.0 > 0.0 ? double(audits.corruptionCase) : 0.0"))
        .containsExactly(
            new FormulaError(
                1, 20, "unknown measure audits.corruptionCase; nearest is audits.corruptionCases"));
    assertThat(errors("audits"))
        .extracting(FormulaError::message)
        .first()
        .asString()
        .startsWith("unknown measure audits; nearest is audits.");
  }

  @Test
  void everyUnknownMeasureIsNamedAtOnceEachOnItsLine() {
    assertThat(errors("audits.caes > 0\n  ? convictions.total\n  : 0"))
        .extracting(
            error -> error.line() + ":" + error.column() + " " + error.message().split(";")[0])
        .containsExactly(
            "1:1 unknown measure audits.caes", "2:5 unknown measure convictions.total");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.0 + audits.reports|5|+ does not take (double, int): int and double do not mix; write double(x), or 8.0 for 8",
        "audits.reports >= 1 ? 8 : 0.0|21|?: does not take (bool, int, double): int and double do not mix; write double(x), or 8.0 for 8",
        "min(1, 2.0)|4|min does not take (int, double): int and double do not mix; write double(x), or 8.0 for 8",
        "audits.reports ? 1 : 2|16|?: does not take (int, int, int)",
        "!audits.reports ? 1 : 2|1|! does not take (int)",
        "1.5 % 1.0|5|% does not take (double, double)",
      })
  void typesThatDoNotFitAreSaidInWords(String formula, int column, String message) {
    assertThat(errors(formula)).contains(new FormulaError(1, column, message));
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "'a'", "5u", "dyn(1)", "[1]", "1 < 2", "null", "b'a'"})
  void aFormulaGivesPoints(String formula) {
    assertThat(errors(formula))
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.message())
                  .startsWith("a formula gives points, a double such as 8.0");
              assertThat(error.column()).isEqualTo(1);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[1, 2].size()",
        "size('abc')",
        "1 in [1] ? 1 : 2",
        "'a' == 'b' ? 1 : 2",
        "null == null ? 1 : 2",
        "true == false ? 1 : 2",
        "{1: 2}[1]",
        "[1][0]",
        "int('5')",
        "int(5u)",
        "bool('true') ? 1 : 2",
        "'a'.matches('(a+)+b') ? 1 : 2",
        "timestamp('2020-01-01T00:00:00Z') > timestamp('2020-01-01T00:00:00Z') ? 1 : 2",
        "duration('1s') == duration('1s') ? 1 : 2",
        "type(1) == type(2) ? 1 : 2",
        "1.0e999",
        "-1.0e999",
        "1e-300",
        "1e19",
      })
  void whatFormulasMayNotUseIsRefused(String formula) {
    assertThat(errors(formula))
        .singleElement()
        .satisfies(error -> assertThat(error.message()).startsWith("a formula may not use "));
  }

  @Test
  void whatIsRefusedIsPointedAt() {
    assertThat(errors("1 +\n  (true == false ? 1 : 2)").get(0))
        .satisfies(
            error -> {
              assertThat(error.message())
                  .startsWith("a formula may not use the comparison of truth values");
              assertThat(error.line()).isEqualTo(2);
              assertThat(error.column()).isEqualTo(9);
            });
    assertThat(errors("1 in [1] ? 1 : 2").get(0).message())
        .startsWith("a formula may not use the function @in");
  }

  @Test
  void aNameOfOneLetterIsNamedAlone() {
    assertThat(errors("x + 1").get(0).message()).startsWith("unknown measure x; nearest is ");
  }

  @Test
  void numbersOfUpToEighteenDecimalsAndBelowTenToTheNineteenthAreAllowed() {
    assertThat(errors("1e-18")).isEmpty();
    assertThat(errors("1e-19")).isNotEmpty();
    assertThat(errors("9.9e18")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.0 + foo(1)|7|foo",
        "has(audits.reports) ? 1 : 2|1|has",
        "[1].exists(x, x > 1) ? 1 : 2|4|exists",
        "[1].map(x, x).size()|4|map",
      })
  void macrosAndOtherFunctionsDoNotExist(String formula, int column, String name) {
    assertThat(errors(formula))
        .contains(
            new FormulaError(
                1,
                column,
                "there is no function "
                    + name
                    + "; there are double(x), int(x), min(a, b) and max(a, b)"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 + + 2|1|5",
        "(1 + 2|1|7",
        "1 +|1|4",
        "''|1|1",
      })
  void whatCannotBeParsedIsPointedAt(String formula, int line, int column) {
    FormulaError first = errors(formula.equals("''") ? "" : formula).get(0);
    assertThat(first.line()).isEqualTo(line);
    if (!formula.equals("''")) {
      assertThat(first.column()).isEqualTo(column);
      assertThat(first.message()).doesNotContain("NUM_FLOAT");
    }
  }

  @Test
  void aWholeNumberThatIsTooLargeIsSaidToBe() {
    assertThat(errors("99999999999999999999"))
        .extracting(FormulaError::message)
        .containsExactly("a whole number is at most 9223372036854775807");
  }

  @Test
  void aFormulaHasAtMostFourThousandCharacters() {
    String longest = "1" + " ".repeat(FormulaCompiler.MAX_LENGTH - 1);
    assertThat(errors(longest)).isEmpty();
    assertThat(errors(longest + " "))
        .containsExactly(new FormulaError(1, 1, "a formula has at most 4000 characters, not 4001"));
  }

  @ParameterizedTest
  @ValueSource(ints = {70, 500, 1900})
  void aFormulaNestsToABoundedDepthHoweverItIsWritten(int depth) {
    for (String deep :
        List.of(
            "(".repeat(depth) + "1" + ")".repeat(depth),
            "1" + "+1".repeat(depth),
            "1 > 0 ? 1 : ".repeat(Math.min(depth, 300)) + "0",
            "min(1,".repeat(Math.min(depth, 500)) + "1" + ")".repeat(Math.min(depth, 500)))) {
      assertThat(errors(deep))
          .singleElement()
          .satisfies(error -> assertThat(error.message()).contains("nests at most 60 levels"));
    }
  }

  @Test
  void twentyBandsAreNotTooDeep() {
    String bands =
        IntStream.range(0, 20)
            .mapToObj(i -> "audits.corruptionCases >= " + (100 - i) + " ? 8.0 : ")
            .collect(Collectors.joining("", "", "0.0"));
    assertThat(errors(bands)).isEmpty();
  }

  /** The most expensive formula found that the limits allow: a product of long fractions. */
  @Test
  @Tag("deadline")
  void theCostliestFormulaStaysCheap() {
    String row = "0.12345678901234567" + "*0.98765432109876543".repeat(40);
    String formula = "(" + row + ")*(" + row + ")/(" + row + ")-(" + row + ")";
    FormulaCompiler.Compilation compilation = FormulaCompiler.compile(formula);
    assertThat(compilation.errors()).isEmpty();
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> compilation.formula().orElseThrow().evaluate(i -> BigInteger.ONE, BigDecimal.TEN));
  }

  private static List<FormulaError> errors(String formula) {
    FormulaCompiler.Compilation compilation = FormulaCompiler.compile(formula);
    assertThat(compilation.formula().isPresent()).isEqualTo(compilation.errors().isEmpty());
    return compilation.errors();
  }
}
