package dev.paca.scoring.score;

import dev.paca.reports.AppraisalStage;
import dev.paca.scoring.formula.Formula;
import dev.paca.scoring.rubric.Criterion;
import dev.paca.scoring.rubric.Rubric;
import dev.paca.scoring.tally.AppraisedPoints;
import dev.paca.scoring.tally.Place;
import dev.paca.scoring.tally.Tally;
import dev.paca.scoring.tally.Touched;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Scores one province under one rubric. */
public final class Scorer {
  private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(2);

  private final Rubric rubric;
  private final Tally tally;
  // Where no agency has reported any figure, a formula would compute from nothing and hide what the
  // province says of itself.
  private final boolean figures;
  private final Optional<Before> before;
  private final List<CriterionScore> scores = new ArrayList<>();
  // Of those scored so far, how many say something else than before.
  private int changed;

  /** A score by the same rubric, and what may be another in the tally since. */
  private record Before(ProvinceScore score, Touched touched) {
    boolean holds(Criterion leaf) {
      boolean reads = leaf.formula().filter(f -> f.readsAnyOf(touched.measures())).isPresent();
      return !reads && !touched.appraises(leaf.code());
    }

    boolean appraisesTotal() {
      return touched.appraises(Rubric.TOTAL);
    }
  }

  private Scorer(Rubric rubric, Tally tally, Optional<Before> before) {
    this.rubric = rubric;
    this.tally = tally;
    this.figures = tally.hasFigures();
    this.before = before;
  }

  /** The same tally and rubric always give the same score. */
  public static ProvinceScore score(Rubric rubric, String province, Tally tally) {
    return new Scorer(rubric, tally, Optional.empty()).province(new Place(rubric.year(), province));
  }

  /**
   * The same, of a place whose score by this rubric is known: what is not touched is taken from
   * there. Where the score says the same it is the same object.
   *
   * @param before when the tally had figures where it has some now
   */
  static ProvinceScore again(Rubric rubric, ProvinceScore before, Tally tally, Touched touched) {
    Optional<Before> known = Optional.of(new Before(before, touched));
    return new Scorer(rubric, tally, known).province(before.place());
  }

  private ProvinceScore province(Place place) {
    BigDecimal total = NOTHING;
    Basis basis = Basis.NONE;
    for (Criterion part : rubric.parts()) {
      CriterionScore score = score(part);
      total = total.add(score.points());
      basis = basis.weaker(score.basis());
    }
    if (before.isPresent() && changed == 0 && !before.get().appraisesTotal()) {
      return before.get().score();
    }
    Optional<BigDecimal> decided =
        stage(Rubric.TOTAL, AppraisalStage.FINAL).map(points -> points.min(rubric.max()));
    return new ProvinceScore(
        place,
        rubric.version(),
        decided.orElse(total),
        rubric.max(),
        decided.isPresent() ? Basis.FINAL : basis,
        decided.isPresent(),
        List.copyOf(scores),
        weak());
  }

  /**
   * Appends the criterion and, after it, what is below it. One that says the same as before is the
   * same object.
   */
  private CriterionScore score(Criterion criterion) {
    int position = scores.size();
    scores.add(null);
    // The same rubric lists its criteria in the same order.
    CriterionScore was = before.map(b -> b.score().criteria().get(position)).orElse(null);
    CriterionScore score = criterion.leaf() ? leaf(criterion, was) : parent(criterion, was);
    if (score != was) {
      changed++;
    }
    scores.set(position, score);
    return score;
  }

  private CriterionScore parent(Criterion criterion, CriterionScore was) {
    int changedBefore = changed;
    List<CriterionScore> children = new ArrayList<>(criterion.children().size());
    for (Criterion child : criterion.children()) {
      children.add(score(child));
    }
    if (was != null && changed == changedBefore) {
      return was;
    }
    BigDecimal points = NOTHING;
    Basis basis = Basis.NONE;
    for (CriterionScore child : children) {
      points = points.add(child.points());
      basis = basis.weaker(child.basis());
    }
    CriterionScore now = CriterionScore.parent(criterion, points, basis);
    return now.equals(was) ? was : now;
  }

  private CriterionScore leaf(Criterion criterion, CriterionScore was) {
    if (was != null && before.get().holds(criterion)) {
      return was;
    }
    CriterionScore now = leaf(criterion);
    return now.equals(was) ? was : now;
  }

  private CriterionScore leaf(Criterion criterion) {
    BigDecimal max = criterion.max();
    Optional<BigDecimal> self = stage(criterion.code(), AppraisalStage.SELF, max);
    Optional<BigDecimal> appraised = stage(criterion.code(), AppraisalStage.APPRAISED, max);
    Optional<BigDecimal> decided = stage(criterion.code(), AppraisalStage.FINAL, max);
    Optional<Formula.Result> result =
        figures
            ? criterion.formula().map(formula -> formula.evaluate(tally::sum, max))
            : Optional.empty();
    Optional<BigDecimal> computed = result.flatMap(Formula.Result::points);
    Optional<BigDecimal> points = decided.or(() -> appraised).or(() -> computed).or(() -> self);
    Basis basis =
        decided.isPresent()
            ? Basis.FINAL
            : appraised.isPresent()
                ? Basis.APPRAISED
                : computed.isPresent()
                    ? Basis.COMPUTED
                    : self.isPresent() ? Basis.SELF : Basis.NONE;
    return new CriterionScore(
        criterion,
        points.orElse(NOTHING),
        basis,
        self,
        appraised,
        decided,
        computed,
        result.flatMap(Formula.Result::problem));
  }

  private Optional<BigDecimal> stage(String criterion, AppraisalStage stage, BigDecimal max) {
    return stage(criterion, stage).map(points -> points.min(max));
  }

  private Optional<BigDecimal> stage(String criterion, AppraisalStage stage) {
    return tally
        .appraised(new AppraisedPoints.Slot(criterion, stage))
        .map(AppraisedPoints::points)
        .map(points -> points.signum() < 0 ? NOTHING : points.setScale(2, RoundingMode.HALF_UP));
  }

  private List<String> weak() {
    return scores.stream()
        .filter(score -> score.criterion().leaf())
        .filter(score -> score.basis() != Basis.NONE)
        .filter(
            score ->
                score.points().compareTo(score.criterion().max().multiply(rubric.weakBelow())) < 0)
        .sorted(Scorer::byShare)
        .map(CriterionScore::code)
        .toList();
  }

  /** By share of the maximum, exactly; stable sorting keeps the rubric's order among equals. */
  private static int byShare(CriterionScore a, CriterionScore b) {
    return a.points()
        .multiply(b.criterion().max())
        .compareTo(b.points().multiply(a.criterion().max()));
  }
}
