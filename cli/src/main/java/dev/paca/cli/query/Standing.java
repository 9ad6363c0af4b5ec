package dev.paca.cli.query;

import dev.paca.cli.console.Cell;
import dev.paca.cli.console.Column;
import dev.paca.cli.console.Console;
import dev.paca.cli.console.Language;
import dev.paca.cli.console.Table;
import dev.paca.cli.console.Tone;
import dev.paca.streams.query.CriterionView;
import dev.paca.streams.query.PartView;
import dev.paca.streams.query.ProvinceView;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Where one province stands. */
record Standing(ProvinceView view, Wording words) {

  /** {@code Sóc Trăng (94) 72.46 of 100 rank 8 of 63 ▲1 mean 66.06}. */
  String headline(Console console) {
    Language language = words.language();
    String place =
        view.rank() == null
            ? words.rank(null, false)
            : words.of("hạng ", "rank ")
                + words.rank(view.rank(), view.tied())
                + words.of(" trên ", " of ")
                + view.of()
                + "  "
                + words.move(view.rank(), view.previousRank());
    String mean =
        view.mean() == null ? "" : "   " + words.of("tb ", "mean ") + language.points(view.mean());
    return Tone.STRONG.of(view.name() + " (" + view.province() + ")", console)
        + "  "
        + Tone.STRONG.of(language.points(view.total()), console)
        + words.of(" trên ", " of ")
        + language.amount(view.max())
        + "   "
        + place
        + mean;
  }

  Table parts() {
    Table table =
        new Table(
            List.of(
                Column.text("part", words.of("PHẦN", "PART")),
                Column.number("points", words.of("ĐIỂM", "POINTS")),
                Column.number("max", words.of("TỐI ĐA", "MAX")),
                Column.number("mean", words.of("TRUNG BÌNH", "MEAN")),
                Column.number("previousPoints", words.of("NĂM TRƯỚC", "LAST YEAR")).droppedAt(1),
                Column.longText("weak", "")));
    for (PartView part : view.parts()) {
      table.row(
          Cell.text(part.code()),
          words.points(part.points(), part.basis()),
          Cell.amount(part.max(), words.language()),
          words.mean(part.mean()),
          part.previousPoints() == null
              ? words.mean(null)
              : Cell.points(part.previousPoints(), words.language()),
          Cell.text(weakOf(part.code())));
    }
    return table;
  }

  /** Every criterion, the total first, whole values: what a script gets. */
  Table everything() {
    Table table =
        new Table(
            List.of(
                Column.text("criterion", ""),
                Column.text("name", ""),
                Column.number("points", ""),
                Column.number("max", ""),
                Column.number("mean", ""),
                Column.number("previousPoints", ""),
                Column.text("basis", ""),
                Column.text("weak", ""),
                Column.number("rank", ""),
                Column.number("of", ""),
                Column.number("previousRank", "")));
    List<Cell> total = figures("TOTAL", view.name(), view.total(), view.max(), view.mean(), null);
    total.add(Cell.text(view.basis()));
    total.add(Cell.text(""));
    total.add(Cell.of(view.rank(), ""));
    total.add(Cell.of(view.of(), ""));
    total.add(Cell.of(view.previousRank(), ""));
    table.row(total);
    view.criteria().forEach(criterion -> table.row(row(criterion)));
    return table;
  }

  private List<Cell> row(CriterionView criterion) {
    List<Cell> cells =
        figures(
            criterion.code(),
            words.name(criterion.name()),
            criterion.points(),
            criterion.max(),
            criterion.mean(),
            previous(criterion.code()));
    cells.add(Cell.text(criterion.basis()));
    cells.add(Cell.text(view.weak().contains(criterion.code()) ? "weak" : ""));
    cells.addAll(List.of(Cell.text(""), Cell.text(""), Cell.text("")));
    return cells;
  }

  private static List<Cell> figures(String code, String name, Object... figures) {
    List<Cell> cells = new ArrayList<>(List.of(Cell.text(code), Cell.text(name)));
    for (Object figure : figures) {
      cells.add(Cell.of(figure, ""));
    }
    return cells;
  }

  private java.math.BigDecimal previous(String code) {
    return view.parts().stream()
        .filter(part -> part.code().equals(code))
        .map(PartView::previousPoints)
        .filter(java.util.Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** What else a reader must know to take the total for what it is. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (view.totalIsFinal()) {
      notes.add(
          words.of(
              "Tổng điểm là điểm công bố, thay cho tổng các tiêu chí.",
              "The total is the published one; it replaces the sum of the criteria."));
    }
    if (!view.predecessors().isEmpty()) {
      notes.add(
          words.of("Gồm báo cáo của: ", "Counts reports of: ")
              + view.predecessors().stream()
                  .map(before -> before.name() + " (" + before.province() + ")")
                  .collect(Collectors.joining(", ")));
    }
    if (view.next() != null) {
      notes.add(next(view.next()));
    }
    return notes;
  }

  private String next(ProvinceView.NextRank next) {
    String points = words.language().points(next.points());
    return words.of(
        "Thêm " + points + " điểm thì vượt " + next.name() + " (hạng " + next.rank() + ").",
        points + " more would pass " + next.name() + " (rank " + next.rank() + ").");
  }

  /** The weak criteria, worst first. */
  static List<CriterionView> weakCriteria(ProvinceView view) {
    return view.weak().stream()
        .flatMap(code -> view.criteria().stream().filter(c -> c.code().equals(code)))
        .map(Standing::flat)
        .toList();
  }

  // Out of its tree a criterion's depth means nothing.
  private static CriterionView flat(CriterionView c) {
    return new CriterionView(
        c.code(),
        c.parent(),
        0,
        c.leaf(),
        c.name(),
        c.points(),
        c.max(),
        c.mean(),
        c.basis(),
        c.self(),
        c.appraised(),
        c.finalPoints(),
        c.computed(),
        c.provenance(),
        c.formula(),
        c.problem());
  }

  private String weakOf(String part) {
    String codes =
        view.weak().stream()
            .filter(code -> code.startsWith(part + "."))
            .collect(Collectors.joining(" "));
    return codes.isEmpty() ? "" : words.of("yếu: ", "weak: ") + codes;
  }
}
