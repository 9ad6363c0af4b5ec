package dev.paca.scoring.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.scoring.RubricSamples;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.rubric.Rubric;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class PreviousRankTest {
  private final Provinces provinces = Provinces.standard();

  @Test
  void aProvinceKeepsItsRankOfTheYearBefore() {
    assertThat(previous("94", 2022, 2021, Map.of("94", "2.00", "01", "1.00"))).hasValue(1);
    assertThat(previous("01", 2022, 2021, Map.of("94", "2.00", "01", "1.00"))).hasValue(2);
  }

  @Test
  void aProvinceThatWasNotRankedHasNone() {
    assertThat(previous("94", 2022, 2021, Map.of("01", "1.00"))).isEmpty();
  }

  @Test
  void aRenamedProvinceKeepsTheRankItHad() {
    assertThat(previous("46", 2025, 2024, Map.of("01", "2.00", "46", "1.00"))).hasValue(2);
  }

  @Test
  void aMergedProvinceHasNoneEvenUnderAnOldNameOrCode() {
    Map<String, String> totals = Map.of("92", "5.00", "93", "4.00", "94", "3.00", "15", "2.00");
    assertThat(previous("92", 2025, 2024, totals)).isEmpty();
    assertThat(previous("15", 2025, 2024, totals)).isEmpty();
  }

  @Test
  void aProvinceThatWasNotMergedKeepsItsRankAcrossTheReform() {
    assertThat(previous("01", 2025, 2024, Map.of("94", "2.00", "01", "1.00"))).hasValue(2);
  }

  private OptionalInt previous(
      String province, int year, int before, Map<String, String> totalsBefore) {
    Rubric then = RubricSamples.of(before);
    Map<String, BigDecimal> totals = new HashMap<>();
    totalsBefore.forEach((code, total) -> totals.put(code, new BigDecimal(total)));
    return new PreviousRank(RubricSamples.of(year), then, provinces)
        .of(province, Ranking.ofTotals(then, provinces, totals));
  }
}
