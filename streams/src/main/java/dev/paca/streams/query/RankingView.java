package dev.paca.streams.query;

import java.math.BigDecimal;
import java.util.List;

/**
 * The ranking of one year.
 *
 * @param of number of provinces in the year's set
 * @param mean mean of ranked totals, null while there is none
 * @param rows ranked provinces first, by rank and then name; provinces with nothing yet last
 */
public record RankingView(
    int year,
    int rubricVersion,
    int of,
    BigDecimal mean,
    BigDecimal max,
    List<PartMeanView> parts,
    List<Row> rows,
    TruthView truth) {

  /**
   * @param rank null for a province with nothing yet
   * @param tied another province has the same rank
   * @param name without "Tỉnh" or "Thành phố"
   * @param basis FINAL, APPRAISED, COMPUTED, SELF or NONE: the weakest of what the total rests on
   * @param previousRank rank a year before, null where there was none
   * @param parts points of the parts, in the rubric's order
   */
  public record Row(
      Integer rank,
      boolean tied,
      String province,
      String name,
      BigDecimal total,
      String basis,
      Integer previousRank,
      List<PartPoints> parts) {}

  public record PartPoints(String code, BigDecimal points) {}
}
