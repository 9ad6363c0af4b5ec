package dev.paca.streams.page.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {
  private final Wording vi = Wording.in(Language.VI);
  private final Wording en = Wording.in(Language.EN);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "72.46|72,46|72.46",
        "0|0,00|0.00",
        "72.455|72,46|72.46",
        "1234.5|1.234,50|1,234.50"
      })
  void pointsHaveTwoDecimalsAndTheSignOfTheLanguage(BigDecimal points, String vi, String en) {
    assertThat(this.vi.points(points)).isEqualTo(vi);
    assertThat(this.en.points(points)).isEqualTo(en);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"0|0|0", "999|999|999", "1000|1.000|1,000", "1234567|1.234.567|1,234,567"})
  void wholeNumbersAreGroupedByThree(long value, String vi, String en) {
    assertThat(this.vi.whole(value)).isEqualTo(vi);
    assertThat(this.en.whole(value)).isEqualTo(en);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5230000000|5,23 tỷ đồng|5.23 billion VND",
        "1234567000000|1.234,57 tỷ đồng|1,234.57 billion VND",
        "999999|999.999 đồng|999,999 VND",
        "1500000|1,50 triệu đồng|1.50 million VND",
        "0|0 đồng|0 VND"
      })
  void amountsAreShortFromAMillionOn(long vnd, String vi, String en) {
    assertThat(this.vi.money(vnd)).isEqualTo(vi);
    assertThat(this.en.money(vnd)).isEqualTo(en);
  }

  @Test
  void datesAndTimesAreThoseOfVietNam() {
    assertThat(vi.day("2022-12-15")).isEqualTo("15/12/2022");
    assertThat(en.day("2022-12-15")).isEqualTo("15 Dec 2022");
    assertThat(vi.moment("2022-12-15T20:42:07.123Z")).isEqualTo("03:42:07 16/12/2022");
  }

  @Test
  void aGapAlwaysShowsItsSign() {
    assertThat(vi.gap(new BigDecimal("6.4"))).isEqualTo("+6,40");
    assertThat(vi.gap(new BigDecimal("-6.4"))).isEqualTo("−6,40");
    assertThat(en.gap(BigDecimal.ZERO)).isEqualTo("±0.00");
  }

  @Test
  void nothingYetNotStatedAndZeroAreThreeDifferentThings() {
    assertThat(vi.soFar(BigDecimal.ZERO, "NONE")).isEqualTo("chưa có");
    assertThat(vi.stated(null)).isEqualTo("không nêu");
    assertThat(vi.soFar(BigDecimal.ZERO, "COMPUTED")).isEqualTo("0,00");
  }

  @Test
  void oneIsNotPluralInEnglish() {
    assertThat(en.count("move.up", 1)).isEqualTo("up 1 place");
    assertThat(en.count("move.up", 3)).isEqualTo("up 3 places");
    assertThat(vi.count("move.up", 1)).isEqualTo("lên 1 bậc");
  }

  @Test
  void aMeasureIsNamedInWordsWithWhoReportsIt() {
    MeasureWords words = new MeasureWords("prosecutions.trial.verySerious.accused", vi);
    assertThat(words.label()).isEqualTo("Số bị can, bị cáo (xét xử, rất nghiêm trọng)");
    assertThat(words.agencies()).isEqualTo("Công an, Viện kiểm sát, Tòa án");
    assertThat(new MeasureWords("audits.newer.unheardOf", vi).label())
        .isEqualTo("audits.newer.unheardOf");
  }

  @Test
  void anAmountIsExactWhereItHasToAddUp() {
    assertThat(new MeasureWords("recoveries.recoveredVnd", vi).value(5_230_000_000L))
        .isEqualTo("5.230.000.000 đồng (5,23 tỷ đồng)");
  }
}
