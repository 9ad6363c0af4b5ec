package dev.paca.scoring.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.scoring.RubricSamples;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.rubric.Rubric;
import dev.paca.scoring.score.Basis;
import dev.paca.scoring.score.ProvinceScore;
import dev.paca.scoring.tally.Place;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RankingTest {
  private static final Rubric RUBRIC = RubricSamples.of(2022);

  @Test
  void tiesShareARankAndTheNextRankIsSkipped() {
    Ranking ranking =
        ranking(Map.of("94", "70.00", "01", "65.50", "92", "65.50", "79", "65.49", "26", "77.95"));
    assertThat(rows(ranking).limit(5))
        .containsExactly("26=1", "94=2", "01=3 tied", "92=3 tied", "79=5");
  }

  @Test
  void threeAtTheTopAreAllFirst() {
    assertThat(
            rows(ranking(Map.of("94", "1.00", "01", "1.00", "92", "1.00", "79", "0.00"))).limit(4))
        .containsExactly("01=1 tied", "92=1 tied", "94=1 tied", "79=4");
  }

  @Test
  void provincesWithNothingYetAreListedUnrankedByCode() {
    Ranking ranking = ranking(Map.of("94", "70.00", "96", "0.00"));
    assertThat(ranking.of()).isEqualTo(63);
    assertThat(ranking.rows()).hasSize(63);
    assertThat(rows(ranking).limit(4)).containsExactly("94=1", "96=2", "01=-", "02=-");
    assertThat(ranking.rows().get(62).total()).isEqualTo(new BigDecimal("0.00"));
    assertThat(ranking.rankOf("94")).hasValue(1);
    assertThat(ranking.rankOf("01")).isEmpty();
    assertThat(ranking.rankOf("03")).isEmpty();
  }

  @Test
  void theMeanIsOfTheRankedHalfUp() {
    assertThat(ranking(Map.of("94", "1.00", "01", "1.01")).mean()).contains(new BigDecimal("1.01"));
    assertThat(ranking(Map.of("94", "1.00", "01", "1.00", "92", "1.01")).mean())
        .contains(new BigDecimal("1.00"));
    assertThat(ranking(Map.of()).mean()).isEmpty();
    assertThat(Ranking.mean(List.of(new BigDecimal("2.00"), new BigDecimal("3.00"))))
        .contains(new BigDecimal("2.50"));
    assertThat(Ranking.mean(List.of())).isEmpty();
  }

  @Test
  void theSetIsThatOfTheYearsDate() {
    Ranking ranking =
        Ranking.of(RubricSamples.of(2025), Provinces.standard(), Map.of("94", score("94", "9.00")));
    assertThat(ranking.of()).isEqualTo(34);
    assertThat(ranking.year()).isEqualTo(2025);
    assertThat(ranking.rows()).extracting(Ranking.Row::province).doesNotContain("94");
    assertThat(ranking.rows()).allSatisfy(row -> assertThat(row.rank()).isEmpty());
  }

  @Test
  void theRankingOfTotalsIsTheRankingOfTheirScores() {
    Map<String, String> totals = Map.of("94", "70.00", "01", "65.50", "92", "65.50");
    Map<String, BigDecimal> plain = new HashMap<>();
    totals.forEach((code, total) -> plain.put(code, new BigDecimal(total)));
    assertThat(Ranking.ofTotals(RUBRIC, Provinces.standard(), plain)).isEqualTo(ranking(totals));
  }

  private static Stream<String> rows(Ranking ranking) {
    return ranking.rows().stream()
        .map(
            row ->
                row.province()
                    + "="
                    + (row.rank().isPresent() ? String.valueOf(row.rank().getAsInt()) : "-")
                    + (row.tied() ? " tied" : ""));
  }

  private static Ranking ranking(Map<String, String> totals) {
    Map<String, ProvinceScore> scores = new HashMap<>();
    Provinces.standard()
        .on(RUBRIC.provincesAsOf())
        .forEach(province -> scores.put(province.code(), nothing(province.code())));
    totals.forEach((code, total) -> scores.put(code, score(code, total)));
    return Ranking.of(RUBRIC, Provinces.standard(), scores);
  }

  private static ProvinceScore nothing(String code) {
    return score(code, "0.00", Basis.NONE);
  }

  private static ProvinceScore score(String code, String total) {
    return score(code, total, Basis.COMPUTED);
  }

  private static ProvinceScore score(String code, String total, Basis basis) {
    return new ProvinceScore(
        new Place(2022, code),
        1,
        new BigDecimal(total),
        new BigDecimal("100.00"),
        basis,
        false,
        List.of(),
        List.of());
  }
}
