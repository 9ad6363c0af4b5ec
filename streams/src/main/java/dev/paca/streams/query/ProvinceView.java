package dev.paca.streams.query;

import java.math.BigDecimal;
import java.util.List;

/**
 * One province in one year.
 *
 * @param rank null for a province with nothing yet
 * @param totalIsFinal a FINAL TOTAL appraisal replaced the sum of the criteria
 * @param criteria every criterion of the rubric in its order, parents included
 * @param weak leaf criteria below the rubric's threshold, worst first
 * @param predecessors older provinces whose reports count for this one
 * @param next what it takes to reach the next better rank, null for the first and the unranked
 */
public record ProvinceView(
    int year,
    String province,
    String name,
    BigDecimal total,
    BigDecimal max,
    Integer rank,
    boolean tied,
    int of,
    Integer previousRank,
    int rubricVersion,
    String basis,
    boolean totalIsFinal,
    BigDecimal mean,
    List<PartView> parts,
    List<CriterionView> criteria,
    List<String> weak,
    List<Predecessor> predecessors,
    NextRank next,
    TruthView truth) {

  public record Predecessor(String province, String name, String validTo) {}

  /** Rank {@code rank} has {@code total}; {@code points} more than ours would pass it. */
  public record NextRank(int rank, String province, String name, BigDecimal points) {}
}
