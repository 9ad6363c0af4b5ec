package dev.paca.streams.page.province;

import dev.paca.streams.page.Years;
import dev.paca.streams.page.chart.Bar;
import dev.paca.streams.page.ranking.Move;
import dev.paca.streams.query.AssessmentView;
import dev.paca.streams.query.CriterionView;
import dev.paca.streams.query.PartView;
import dev.paca.streams.query.ProvinceView;
import dev.paca.streams.query.ScoreQueries;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A province as it is drawn.
 *
 * @param weak below the rubric's threshold, worst first
 * @param all every criterion in the rubric's order
 */
public record ProvincePage(
    ProvinceView view,
    AssessmentView assessment,
    Move move,
    List<CriterionRow> weak,
    List<CriterionRow> all,
    List<Predecessor> predecessors,
    ProvinceYears years,
    Changes changes) {

  /**
   * An older province that became part of this one.
   *
   * @param lastYear the last assessment year that ranked it, where there is one
   */
  public record Predecessor(ProvinceView.Predecessor province, Optional<Integer> lastYear) {}

  public static ProvincePage of(
      ScoreQueries queries, Years years, AssessmentView assessment, ProvinceView view) {
    return new ProvincePage(
        view,
        assessment,
        Move.of(view.rank(), view.previousRank()),
        weak(view),
        view.criteria().stream()
            .map(each -> CriterionRow.of(each, view.weak().contains(each.code())))
            .toList(),
        view.predecessors().stream().map(each -> predecessor(each, years)).toList(),
        ProvinceYears.of(years, assessment, view.province()),
        Changes.of(queries.history(view.year(), view.province(), Optional.empty())));
  }

  private static List<CriterionRow> weak(ProvinceView view) {
    return view.weak().stream()
        .flatMap(code -> view.criteria().stream().filter(each -> each.code().equals(code)))
        .map(each -> CriterionRow.of(each, true))
        .toList();
  }

  private static Predecessor predecessor(ProvinceView.Predecessor province, Years years) {
    Optional<Integer> last =
        years.years().stream()
            .filter(
                year ->
                    province.validTo() != null
                        && year.assessment().provincesAsOf().compareTo(province.validTo()) <= 0)
            .map(Years.Year::year)
            .reduce((one, next) -> next);
    return new Predecessor(province, last);
  }

  public boolean nothingYet() {
    return view.rank() == null;
  }

  public Bar bar(PartView part) {
    return Bar.of(part.points(), part.max(), part.basis(), part.mean()).and(part.previousPoints());
  }

  public Bar totalBar() {
    return Bar.of(view.total(), view.max(), view.basis(), view.mean());
  }

  /** What the parts add up to; differs from the total only where that was published as a whole. */
  public BigDecimal sumOfParts() {
    return view.parts().stream()
        .map(PartView::points)
        .filter(points -> points != null)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** What the parts had a year before; empty unless every part was there. */
  public Optional<BigDecimal> before() {
    return view.parts().stream()
        .map(part -> Optional.ofNullable(part.previousPoints()))
        .reduce(Optional.of(BigDecimal.ZERO), (sum, part) -> sum.flatMap(so -> part.map(so::add)));
  }

  /** The parent of a criterion and its parents, outermost first. */
  public static List<CriterionView> above(ProvinceView view, CriterionView criterion) {
    List<CriterionView> above = new ArrayList<>();
    Optional<CriterionView> parent = find(view, criterion.parent());
    while (parent.isPresent()) {
      above.add(0, parent.get());
      parent = find(view, parent.get().parent());
    }
    return above;
  }

  public static Optional<CriterionView> find(ProvinceView view, String code) {
    return view.criteria().stream().filter(each -> each.code().equals(code)).findFirst();
  }
}
