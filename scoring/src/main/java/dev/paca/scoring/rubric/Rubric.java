package dev.paca.scoring.rubric;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One published version of one year's rubric; it never changes, a correction is a new version.
 *
 * @param name {@code paca} for the index; other rubrics may exist beside it
 * @param provincesAsOf the day whose province set is ranked
 * @param acceptUntil the last day (Viet Nam) on which an agency's report may arrive to be counted
 * @param weakBelow share of the maximum below which a leaf criterion is weak
 * @param all every criterion, parents before children, in the file's order
 */
public record Rubric(
    String name,
    int year,
    int version,
    Window window,
    LocalDate provincesAsOf,
    Optional<LocalDate> acceptUntil,
    String source,
    BigDecimal weakBelow,
    List<Criterion> parts,
    List<Criterion> all,
    List<Criterion> leaves) {

  /** The pseudo-criterion of appraisals that know only the total. */
  public static final String TOTAL = "TOTAL";

  /** The name of the index; rubrics of other names are not ranked. */
  public static final String INDEX = "paca";

  static Rubric of(
      String name,
      int year,
      int version,
      Window window,
      LocalDate provincesAsOf,
      Optional<LocalDate> acceptUntil,
      String source,
      BigDecimal weakBelow,
      List<Criterion> parts) {
    List<Criterion> all = new ArrayList<>();
    parts.forEach(part -> flatten(part, all));
    List<Criterion> leaves = all.stream().filter(Criterion::leaf).toList();
    return new Rubric(
        name,
        year,
        version,
        window,
        provincesAsOf,
        acceptUntil,
        source,
        weakBelow,
        List.copyOf(parts),
        List.copyOf(all),
        leaves);
  }

  private static void flatten(Criterion criterion, List<Criterion> into) {
    into.add(criterion);
    criterion.children().forEach(child -> flatten(child, into));
  }

  public Optional<Criterion> find(String code) {
    return all.stream().filter(criterion -> criterion.code().equals(code)).findFirst();
  }

  /** Sum of the parts' maxima. */
  public BigDecimal max() {
    return parts.stream().map(Criterion::max).reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
  }
}
