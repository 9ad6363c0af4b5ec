package dev.paca.streams.query;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a draft would change. {@code now} is by the rubric in force, {@code then} by the draft; null
 * where there is nothing yet, no rank or no such criterion.
 *
 * @param inForce version of the rubric in force
 * @param draft version that the draft states
 * @param published whether this very file was published before: then publishing is a rollback
 * @param provinces all of them, those that change most first
 * @param gains how many provinces gain points
 * @param unchanged how many have the same total
 */
public record DiffView(
    int year,
    int inForce,
    int draft,
    boolean published,
    BigDecimal maxNow,
    BigDecimal maxThen,
    List<Province> provinces,
    int gains,
    int losses,
    int unchanged,
    TruthView truth) {

  /**
   * @param criteria those whose points, basis or maximum differ
   */
  public record Province(
      String province, String name, Points total, Rank rank, List<Criterion> criteria) {

    /** The criteria without those that only add up what is below them. */
    public List<Criterion> lowest() {
      return criteria.stream().filter(each -> !addsUp(each.code() + ".")).toList();
    }

    private boolean addsUp(String below) {
      return criteria.stream().anyMatch(each -> each.code().startsWith(below));
    }
  }

  public record Points(BigDecimal now, BigDecimal then) {}

  public record Rank(Integer now, Integer then) {}

  /**
   * @param now points; null where the rubric in force does not have it
   * @param then points; null where the draft does not have it
   * @param basisNow FINAL, APPRAISED, COMPUTED, SELF or NONE
   */
  public record Criterion(
      String code,
      NameView name,
      BigDecimal now,
      BigDecimal then,
      BigDecimal maxNow,
      BigDecimal maxThen,
      String basisNow,
      String basisThen) {}
}
