package dev.paca.streams.page.province;

import dev.paca.streams.page.chart.Bar;
import dev.paca.streams.query.CriterionView;

/** One criterion as it is drawn. */
public record CriterionRow(CriterionView criterion, boolean weak, Bar bar) {

  public static CriterionRow of(CriterionView criterion, boolean weak) {
    return new CriterionRow(
        criterion,
        weak,
        Bar.of(criterion.points(), criterion.max(), criterion.basis(), criterion.mean()));
  }

  public boolean nothingYet() {
    return "NONE".equals(criterion.basis());
  }
}
