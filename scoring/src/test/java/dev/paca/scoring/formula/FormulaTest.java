package dev.paca.scoring.formula;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.scoring.measure.Measures;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What formulas evaluate to. */
class FormulaTest {
  private static final String CASES = "audits.corruptionCases";
  private static final String DUE = "recoveries.dueVnd";
  private static final String RECOVERED = "recoveries.recoveredVnd";

  @ParameterizedTest
  @CsvSource({"0, 0.00", "1, 4.00", "4, 4.00", "5, 6.50", "9, 6.50", "10, 8.00", "999, 8.00"})
  void bandsHaveInclusiveBounds(long cases, String points) {
    String bands =
        CASES + " >= 10 ? 8.0 : " + CASES + " >= 5 ? 6.5 : " + CASES + " >= 1 ? 4.0 : 0.0";
    assertPoints(bands, Map.of(CASES, cases), points);
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 2.50", "3, 0, 2.50", "0, 7, 0.00", "7, 7, 5.00", "9, 7, 5.00", "1, 3, 1.67"})
  void aRatioTreatsAZeroDenominatorAndIsCapped(long recovered, long due, String points) {
    assertPoints(
        "recoveries.dueVnd == 0 ? 2.5 : 5.0 * min(1.0, double(recoveries.recoveredVnd)"
            + " / double(recoveries.dueVnd))",
        Map.of(RECOVERED, recovered, DUE, due),
        points);
  }

  @ParameterizedTest
  @CsvSource({
    "1.605, 1.61",
    "1.6049999999999, 1.60",
    "0.005, 0.01",
    "0.004, 0.00",
    "2.675, 2.68",
    "1.005, 1.01",
    "0.1 + 0.2, 0.30",
    "3.21 / 2.0, 1.61",
    "1.0 / 3.0 * 3.0, 1.00",
    "8.0 * (1.0 / 3.0), 2.67",
  })
  void tiesAreRoundedHalfUpExactlyAsWritten(String formula, String points) {
    assertPoints(formula, Map.of(), points);
  }

  @Test
  void aTieOfTwoSumsIsFoundToTheLastDong() {
    long due = 9_000_000_000_000_000_000L;
    // 5 × x / due = 1.605 exactly at x = 0.321 × due.
    long tie = 2_889_000_000_000_000_000L;
    String share = "5.0 * double(recoveries.recoveredVnd) / double(recoveries.dueVnd)";
    assertPoints(share, Map.of(RECOVERED, tie, DUE, due), "1.61");
    assertPoints(share, Map.of(RECOVERED, tie - 1, DUE, due), "1.60");
  }

  @Test
  void sumsBeyond64BitsAreExact() {
    BigInteger huge = BigInteger.valueOf(Long.MAX_VALUE).multiply(BigInteger.valueOf(1000));
    Formula formula = compile("recoveries.recoveredVnd + 1 > recoveries.dueVnd ? 1.0 : 2.0");
    Sums equal = index -> huge;
    assertThat(formula.evaluate(equal, new BigDecimal("9.00")).points())
        .contains(new BigDecimal("1.00"));
    assertPoints(
        "recoveries.recoveredVnd * 1000000000 / recoveries.recoveredVnd == 1000000000 ? 1 : 0",
        Map.of(RECOVERED, Long.MAX_VALUE),
        "1.00");
  }

  @ParameterizedTest
  @CsvSource({"-1.0, 0.00", "0.0 - 0.001, 0.00", "9.999, 10.00", "10.001, 10.00", "1000, 10.00"})
  void pointsAreClampedToZeroAndTheMaximumBeforeTheyAreRounded(String formula, String points) {
    assertPoints(formula, Map.of(), points);
  }

  @Test
  void aMaximumOfZeroGivesZero() {
    assertThat(compile("5.0").evaluate(sums(Map.of()), new BigDecimal("0.00")).points())
        .contains(new BigDecimal("0.00"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "min(3, 5);3",
        "min(5, 3);3",
        "max(3, 5);5",
        "max(5, 3);5",
        "min(2.5, 2.75);2.50",
        "max(2.5, 2.75);2.75",
        "7 / 2;3",
        "-7 / 2 + 5;2",
        "7 % 3;1",
        "-7 % 3 + 5;4",
        "double(7) / 2.0;3.50",
        "int(2.9);2",
        "int(-2.9) + 5;3",
        "int(7) + 1;8",
        "-(3 - 5);2",
        "0x0A;10",
        "2 + 3 * 2;8",
        "(2 + 3) * 2;10",
        "true ? 1 : 2;1",
        "false ? 1 : 2;2",
        "!false ? 1 : 2;1",
        "1 < 2 && 2 < 3 ? 1 : 2;1",
        "1 < 2 && 3 < 3 ? 1 : 2;2",
        "2 < 2 || 2 <= 2 ? 1 : 2;1",
        "2 < 2 || 2 > 2 ? 1 : 2;2",
        "(1 < 2 ? 2 < 1 : true) ? 1 : 2;2",
        "(2 < 1 ? true : 1 < 2) ? 1 : 2;1",
        "1 == 1 ? 1 : 2;1",
        "1 == 2 ? 1 : 2;2",
        "1 != 2 ? 1 : 2;1",
        "1 != 1 ? 1 : 2;2",
        "2 >= 2 ? 1 : 2;1",
        "1 >= 2 ? 1 : 2;2",
        "2 > 2 ? 1 : 2;2",
        "3 > 2 ? 1 : 2;1",
        "2 <= 1 ? 1 : 2;2",
        "2 < 2 ? 1 : 2;2",
        "0.5 == 1.0 / 2.0 ? 1 : 2;1",
      })
  void everyOperatorDoesWhatCelSays(String formula, String points) {
    assertPoints(formula, Map.of(), new BigDecimal(points).setScale(2).toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1 / 0",
        "1.0 / 0.0",
        "1 % 0",
        "1 / 0 > 1 ? 1 : 2",
        "1 / 0 == 1 && true ? 1 : 2",
        "true && 1 / 0 == 1 ? 1 : 2",
        "false || 1 / 0 == 1 ? 1 : 2",
        "1 / 0 == 1 || false ? 1 : 2"
      })
  void aDivisionByZeroGivesNoPointsAndSaysWhy(String formula) {
    Formula.Result result = compile(formula).evaluate(sums(Map.of()), BigDecimal.TEN);
    assertThat(result.points()).isEmpty();
    assertThat(result.problem()).contains(Formula.Problem.DIVISION_BY_ZERO);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "true || 1 / 0 == 1 ? 1 : 2;1",
        "1 / 0 == 1 || true ? 1 : 2;1",
        "false && 1 / 0 == 1 ? 1 : 2;2",
        "1 / 0 == 1 && false ? 1 : 2;2",
        "true ? 1 : 1 / 0;1",
        "false ? 1 / 0 : 2;2",
      })
  void aDivisionByZeroThatDecidesNothingIsNoProblem(String formula, String points) {
    assertPoints(formula, Map.of(), points + ".00");
  }

  @Test
  void aFormulaNamesItsMeasuresOnceInOrderAndKeepsItsText() {
    String text = "min(matters.detected, audits.corruptionCases) + matters.detected";
    Formula formula = compile(text);
    assertThat(formula.measures()).containsExactly("matters.detected", "audits.corruptionCases");
    assertThat(formula.text()).isEqualTo(text);
  }

  @Test
  void everyMeasureCanBeReadAndNoTwoAreMixedUp() {
    for (String name : Measures.names()) {
      int index = Measures.index(name).orElseThrow();
      Formula formula = compile(name);
      assertThat(formula.measures()).containsExactly(name);
      Sums only = i -> i == index ? BigInteger.TWO : BigInteger.ZERO;
      assertThat(formula.evaluate(only, BigDecimal.TEN).points()).contains(new BigDecimal("2.00"));
    }
  }

  private static void assertPoints(String formula, Map<String, Long> measures, String points) {
    Formula.Result result = compile(formula).evaluate(sums(measures), new BigDecimal("10.00"));
    assertThat(result.problem()).isEmpty();
    assertThat(result.points()).as(formula).contains(new BigDecimal(points));
  }

  private static Sums sums(Map<String, Long> measures) {
    return index -> BigInteger.valueOf(measures.getOrDefault(Measures.name(index), 0L));
  }

  private static Formula compile(String text) {
    FormulaCompiler.Compilation compilation = FormulaCompiler.compile(text);
    assertThat(compilation.errors()).isEmpty();
    return compilation.formula().orElseThrow();
  }
}
