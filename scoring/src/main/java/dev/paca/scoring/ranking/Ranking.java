package dev.paca.scoring.ranking;

import dev.paca.scoring.province.Province;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.rubric.Rubric;
import dev.paca.scoring.score.ProvinceScore;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The ranking of one year.
 *
 * @param of number of provinces in the year's set, ranked or not
 * @param mean of the ranked totals, half-up; empty while none is ranked
 * @param rows ranked provinces by rank and code, then the unranked by code
 */
public record Ranking(
    int year, int rubricVersion, int of, Optional<BigDecimal> mean, List<Row> rows) {

  /**
   * @param rank empty for a province with nothing yet
   * @param tied another province has the same rank
   */
  public record Row(OptionalInt rank, boolean tied, String province, BigDecimal total) {}

  /**
   * @param scores by province code; a province without a score is listed, unranked
   */
  public static Ranking of(Rubric rubric, Provinces provinces, Map<String, ProvinceScore> scores) {
    Map<String, BigDecimal> totals = new HashMap<>();
    scores.forEach(
        (province, score) -> {
          if (score.hasAnything()) {
            totals.put(province, score.total());
          }
        });
    return ofTotals(rubric, provinces, totals);
  }

  /**
   * @param totals by code of the provinces that have something
   */
  public static Ranking ofTotals(
      Rubric rubric, Provinces provinces, Map<String, BigDecimal> totals) {
    List<String> codes = provinces.on(rubric.provincesAsOf()).stream().map(Province::code).toList();
    List<String> ranked =
        codes.stream()
            .filter(totals::containsKey)
            .sorted(
                Comparator.<String, BigDecimal>comparing(totals::get)
                    .reversed()
                    .thenComparing(Comparator.naturalOrder()))
            .toList();
    Map<BigDecimal, Integer> sharing = new HashMap<>();
    ranked.forEach(code -> sharing.merge(totals.get(code), 1, Integer::sum));
    List<Row> rows = new ArrayList<>();
    int rank = 0;
    for (int i = 0; i < ranked.size(); i++) {
      BigDecimal total = totals.get(ranked.get(i));
      if (i == 0 || total.compareTo(totals.get(ranked.get(i - 1))) != 0) {
        rank = i + 1;
      }
      rows.add(new Row(OptionalInt.of(rank), sharing.get(total) > 1, ranked.get(i), total));
    }
    codes.stream()
        .filter(code -> !totals.containsKey(code))
        .forEach(code -> rows.add(new Row(OptionalInt.empty(), false, code, zero())));
    return new Ranking(
        rubric.year(),
        rubric.version(),
        codes.size(),
        mean(ranked.stream().map(totals::get).toList()),
        List.copyOf(rows));
  }

  private static BigDecimal zero() {
    return BigDecimal.ZERO.setScale(2);
  }

  /** Half-up to two decimals; empty for no values. */
  public static Optional<BigDecimal> mean(List<BigDecimal> values) {
    return values.isEmpty()
        ? Optional.empty()
        : Optional.of(
            values.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(values.size()), 2, RoundingMode.HALF_UP));
  }

  public OptionalInt rankOf(String province) {
    for (Row row : rows) {
      if (row.province().equals(province)) {
        return row.rank();
      }
    }
    return OptionalInt.empty();
  }
}
