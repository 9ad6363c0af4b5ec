package dev.paca.cli.rubric;

import dev.paca.cli.console.Cell;
import dev.paca.cli.console.Column;
import dev.paca.cli.console.CommandFailed;
import dev.paca.cli.console.Table;
import dev.paca.cli.console.Tone;
import dev.paca.cli.query.Wording;
import dev.paca.streams.query.CriterionView;
import dev.paca.streams.query.DiffView;
import dev.paca.streams.query.ProvinceView;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a draft would change, as tables. */
record DiffTables(DiffView diff, Wording words) {

  /**
   * @param all with those that nothing changes for
   */
  Table provinces(boolean all) {
    Table table =
        new Table(
            List.of(
                Column.text("province", words.of("MÃ", "CODE")).droppedAt(2),
                Column.text("name", words.of("TỈNH", "PROVINCE")),
                Column.number("totalNow", words.of("ĐIỂM NAY", "TOTAL NOW")),
                Column.number("totalThen", words.of("THEO BẢN THẢO", "THEN")),
                Column.number("gain", words.of("TĂNG GIẢM", "CHANGE")).droppedAt(1),
                Column.number("rankNow", words.of("HẠNG NAY", "RANK NOW")),
                Column.number("rankThen", words.of("THEO BẢN THẢO", "THEN")),
                Column.longText("criteria", words.of("TIÊU CHÍ THAY ĐỔI", "CRITERIA"))));
    for (DiffView.Province each : diff.provinces()) {
      if (all || changes(each)) {
        table.row(row(each));
      }
    }
    return table;
  }

  private static boolean changes(DiffView.Province each) {
    boolean sameRank = java.util.Objects.equals(each.rank().now(), each.rank().then());
    return !each.criteria().isEmpty() || !sameRank || gain(each).signum() != 0;
  }

  private static BigDecimal gain(DiffView.Province each) {
    return zero(each.total().then()).subtract(zero(each.total().now()));
  }

  private static BigDecimal zero(BigDecimal points) {
    return points == null ? BigDecimal.ZERO : points;
  }

  private List<Cell> row(DiffView.Province each) {
    return List.of(
        Cell.text(each.province()),
        Cell.text(each.name()).in(Tone.STRONG),
        total(each.total().now()),
        total(each.total().then()),
        signed(gain(each)),
        Cell.of(each.rank().now(), words.rank(each.rank().now(), false)),
        Cell.of(each.rank().then(), words.rank(each.rank().then(), false)),
        Cell.of(criteria(each, true), criteria(each, false)));
  }

  private Cell total(BigDecimal points) {
    return points == null
        ? Cell.of("", words.of("chưa có", "nothing yet")).in(Tone.DIM)
        : Cell.points(points, words.language());
  }

  private Cell signed(BigDecimal gain) {
    String sign = gain.signum() > 0 ? "+" : "";
    return Cell.of(gain.toPlainString(), sign + words.language().points(gain));
  }

  private String criteria(DiffView.Province each, boolean plain) {
    return (plain ? each.criteria() : each.lowest())
        .stream()
            .map(c -> c.code() + " " + side(c.now(), plain) + "→" + side(c.then(), plain))
            .collect(Collectors.joining(", "));
  }

  private String side(BigDecimal points, boolean plain) {
    if (points == null) {
      return words.of("không có", "none");
    }
    return plain ? points.toPlainString() : words.language().points(points);
  }

  String summary() {
    String states =
        words.of(
            "Bản thảo (phiên bản %d) so với phiên bản %d đang áp dụng: %d tăng, %d giảm, %d giữ nguyên%s",
            "The draft (version %d) against version %d in force: %d gain, %d lose, %d keep their"
                + " points%s");
    String published =
        diff.published()
            ? words.of(" · tệp này đã từng công bố", " · this file was published before")
            : words.of(" · chưa công bố", " · not published");
    return states.formatted(
        diff.draft(), diff.inForce(), diff.gains(), diff.losses(), diff.unchanged(), published);
  }

  String headline(String province) {
    DiffView.Province each = find(province);
    return "%s (%s)  %s → %s   %s %s → %s"
        .formatted(
            each.name(),
            each.province(),
            total(each.total().now()).shown(),
            total(each.total().then()).shown(),
            words.of("hạng", "rank"),
            words.rank(each.rank().now(), false),
            words.rank(each.rank().then(), false));
  }

  private DiffView.Province find(String province) {
    return diff.provinces().stream()
        .filter(each -> each.province().equals(province))
        .findFirst()
        .orElseThrow(
            () -> new CommandFailed("the draft and the rubric in force both rank no " + province));
  }

  /** Every criterion of the rubric in force, then those that the draft adds. */
  Table criteria(ProvinceView view) {
    Table table =
        new Table(
            List.of(
                Column.text("criterion", words.of("TIÊU CHÍ", "CRITERION")),
                Column.number("now", words.of("HIỆN NAY", "NOW")),
                Column.number("then", words.of("THEO BẢN THẢO", "THEN")),
                Column.number("maxNow", words.of("TỐI ĐA", "MAX")),
                Column.number("maxThen", words.of("THEO BẢN THẢO", "MAX THEN")),
                Column.longText("name", words.of("TÊN", "NAME"))));
    Map<String, DiffView.Criterion> changed = new LinkedHashMap<>();
    find(view.province()).criteria().forEach(each -> changed.put(each.code(), each));
    for (CriterionView same : view.criteria()) {
      DiffView.Criterion other = changed.remove(same.code());
      table.row(other == null ? unchanged(same) : changed(other));
    }
    changed.values().forEach(added -> table.row(changed(added)));
    return table;
  }

  private List<Cell> unchanged(CriterionView same) {
    return cells(
        same.code(),
        words.name(same.name()),
        Tone.DIM,
        same.points(),
        same.points(),
        same.max(),
        same.max());
  }

  private List<Cell> changed(DiffView.Criterion each) {
    return cells(
        each.code(),
        words.name(each.name()),
        Tone.STRONG,
        each.now(),
        each.then(),
        each.maxNow(),
        each.maxThen());
  }

  private List<Cell> cells(
      String code,
      String name,
      Tone tone,
      BigDecimal now,
      BigDecimal then,
      BigDecimal maxNow,
      BigDecimal maxThen) {
    List<Cell> cells = new ArrayList<>(List.of(Cell.text(code).in(tone)));
    for (BigDecimal points : java.util.Arrays.asList(now, then)) {
      cells.add(
          points == null ? Cell.of("", side(null, false)) : Cell.points(points, words.language()));
    }
    for (BigDecimal max : java.util.Arrays.asList(maxNow, maxThen)) {
      cells.add(max == null ? Cell.of("", side(null, false)) : Cell.amount(max, words.language()));
    }
    cells.add(Cell.text(name));
    return cells;
  }
}
