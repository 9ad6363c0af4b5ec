package dev.paca.scoring.rubric;

import dev.paca.scoring.formula.Formula;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One criterion of the tree.
 *
 * @param parent empty for a part
 * @param depth 0 for a part
 * @param max points at most, scale 2
 * @param formula how a leaf is computed from measures
 * @param appraised a leaf whose points are decided from documents; both may be
 * @param provenance of a leaf: where its formula or rule comes from
 * @param source where a criterion's text or maximum was published, if not the rubric's own
 */
public record Criterion(
    String code,
    Optional<String> parent,
    int depth,
    Name name,
    BigDecimal max,
    Optional<Formula> formula,
    boolean appraised,
    Optional<Provenance> provenance,
    Optional<String> source,
    List<Criterion> children) {

  /** A name in both languages. */
  public record Name(String vi, String en) {}

  /** Where a formula comes from. */
  public enum Provenance {
    /** Printed in a decision, circular or its annex. */
    PUBLISHED,
    /** Follows from published figures. */
    DERIVED,
    /** Ours, to be replaced when the annex is at hand. */
    ILLUSTRATIVE;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public boolean leaf() {
    return children.isEmpty();
  }
}
