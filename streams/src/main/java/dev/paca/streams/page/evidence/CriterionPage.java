package dev.paca.streams.page.evidence;

import dev.paca.streams.page.chart.Bar;
import dev.paca.streams.page.language.MeasureWords;
import dev.paca.streams.page.language.Wording;
import dev.paca.streams.page.province.Changes;
import dev.paca.streams.page.province.CriterionRow;
import dev.paca.streams.page.province.ProvincePage;
import dev.paca.streams.query.CriterionView;
import dev.paca.streams.query.EvidenceView;
import dev.paca.streams.query.ProvinceView;
import dev.paca.streams.query.ReportView;
import dev.paca.streams.query.ScoreQueries;
import java.util.List;
import java.util.Optional;

/**
 * One criterion of one province as it is drawn.
 *
 * @param above its parents, outermost first
 * @param children what a parent's points are the sum of; empty for a leaf
 * @param evidence of a leaf
 */
public record CriterionPage(
    ProvinceView province,
    CriterionView criterion,
    List<CriterionView> above,
    List<CriterionRow> children,
    Optional<Evidence> evidence,
    Changes changes) {

  /** What a leaf's points rest on, prepared for drawing. */
  public record Evidence(
      EvidenceView view,
      Optional<Formula> formula,
      List<MeasureWords> measures,
      ReportRows reports,
      List<ReportView> notCounted) {

    static Evidence of(EvidenceView view, Wording wording) {
      ReportRows rows = ReportRows.of(view.measures(), view.reports(), wording);
      return new Evidence(
          view,
          Optional.ofNullable(view.formula())
              .map(text -> Formula.of(text, view.measures(), wording)),
          rows.measures(),
          rows,
          view.reports().stream().filter(report -> report.notCounted() != null).toList());
    }
  }

  public static CriterionPage of(
      ScoreQueries queries, ProvinceView province, CriterionView criterion, Wording wording) {
    int year = province.year();
    String code = criterion.code();
    Optional<Evidence> evidence =
        criterion.leaf()
            ? Optional.of(Evidence.of(queries.evidence(year, province.province(), code), wording))
            : Optional.empty();
    return new CriterionPage(
        province,
        criterion,
        ProvincePage.above(province, criterion),
        province.criteria().stream()
            .filter(each -> code.equals(each.parent()))
            .map(each -> CriterionRow.of(each, province.weak().contains(each.code())))
            .toList(),
        evidence,
        Changes.of(queries.history(year, province.province(), Optional.of(code))));
  }

  public Bar bar() {
    return Bar.of(criterion.points(), criterion.max(), criterion.basis(), criterion.mean());
  }

  public boolean weak() {
    return province.weak().contains(criterion.code());
  }
}
