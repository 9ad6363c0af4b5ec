package dev.paca.cli.query;

import dev.paca.cli.console.Cell;
import dev.paca.cli.console.Column;
import dev.paca.cli.console.Table;
import dev.paca.streams.query.CriterionView;
import java.util.List;

/** Criteria as a person reads them, one a row. */
record CriteriaTable(Wording words) {

  Table of(List<CriterionView> criteria) {
    Table table =
        new Table(
            List.of(
                Column.text("criterion", words.of("TIÊU CHÍ", "CRITERION")),
                Column.longText("name", words.of("TÊN", "NAME")),
                Column.number("points", words.of("ĐIỂM", "POINTS")),
                Column.number("max", words.of("TỐI ĐA", "MAX")),
                Column.number("mean", words.of("TRUNG BÌNH", "MEAN")).droppedAt(1),
                Column.text("basis", words.of("CĂN CỨ", "RESTS ON")).droppedAt(2)));
    for (CriterionView criterion : criteria) {
      table.row(
          Cell.text(criterion.code()),
          Cell.text("  ".repeat(criterion.depth()) + words.name(criterion.name())),
          words.points(criterion.points(), criterion.basis()),
          Cell.amount(criterion.max(), words.language()),
          words.mean(criterion.mean()),
          words.basisCell(criterion.basis()));
    }
    return table;
  }
}
