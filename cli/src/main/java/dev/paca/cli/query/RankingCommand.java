package dev.paca.cli.query;

import dev.paca.cli.console.Cell;
import dev.paca.cli.console.Column;
import dev.paca.cli.console.Console;
import dev.paca.cli.console.Table;
import dev.paca.cli.console.Tone;
import dev.paca.streams.query.PartMeanView;
import dev.paca.streams.query.RankingView;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code paca ranking 2022}: who leads, who moved. */
@Command(name = "ranking", description = "The ranking of one assessment year.")
public final class RankingCommand implements Runnable {
  private final Console console;

  @Parameters(paramLabel = "YEAR", description = "Assessment year, as 2022.")
  private int year;

  @Option(
      names = "--rubric",
      paramLabel = "VERSION",
      description = "By this version of the year's rubric instead of the one in force.")
  private Integer rubric;

  @Mixin private AsOfOptions asOf;
  @Mixin private QueryOptions options;

  public RankingCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    Answer answer = options.client().asOf(asOf.asOf(rubric)).ranking(year);
    if (options.json()) {
      answer.print(console);
    } else {
      show(answer.as(RankingView.class));
    }
  }

  private void show(RankingView ranking) {
    Wording words = new Wording(options.language());
    table(ranking, words).print(console);
    String mean =
        ranking.mean() == null
            ? words.of("chưa có điểm", "no totals yet")
            : words.of("trung bình ", "mean ") + words.language().points(ranking.mean());
    console.caption(ranking.of() + words.of(" tỉnh · ", " provinces · ") + mean);
    new Truth(console, words).print(ranking.year(), ranking.rubricVersion(), ranking.truth());
  }

  private static Table table(RankingView ranking, Wording words) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.number("rank", words.of("HẠNG", "RANK")));
    columns.add(Column.number("previousRank", words.of("THAY ĐỔI", "MOVE")).droppedAt(2));
    columns.add(Column.text("province", words.of("MÃ", "CODE")).droppedAt(8));
    columns.add(Column.text("name", words.of("TỈNH", "PROVINCE")));
    columns.add(Column.number("total", words.of("ĐIỂM", "TOTAL")));
    columns.add(Column.number("gapToMean", words.of("SO TB", "TO MEAN")).droppedAt(7));
    List<PartMeanView> parts = ranking.parts() == null ? List.of() : ranking.parts();
    parts.forEach(part -> columns.add(Column.number(part.code(), part.code()).droppedAt(5)));
    columns.add(Column.text("basis", words.of("CĂN CỨ", "RESTS ON")).droppedAt(9));
    Table table = new Table(columns);
    ranking.rows().forEach(row -> table.row(cells(row, ranking, parts, words)));
    return table;
  }

  private static List<Cell> cells(
      RankingView.Row row, RankingView ranking, List<PartMeanView> parts, Wording words) {
    List<Cell> cells = new ArrayList<>();
    boolean ranked = row.rank() != null;
    cells.add(
        Cell.of(
            row.rank(), ranked ? words.rank(row.rank(), row.tied()) : words.of("chưa", "none")));
    cells.add(Cell.of(row.previousRank(), words.move(row.rank(), row.previousRank())));
    cells.add(Cell.text(row.province()));
    cells.add(Cell.text(row.name()).in(Tone.STRONG));
    cells.add(words.points(row.total(), row.basis()));
    cells.add(
        ranked && ranking.mean() != null
            ? signed(row.total().subtract(ranking.mean()), words)
            : words.mean(null));
    for (PartMeanView part : parts) {
      cells.add(points(row, part.code(), words));
    }
    cells.add(words.basisCell(row.basis()));
    return cells;
  }

  private static Cell points(RankingView.Row row, String part, Wording words) {
    return row.parts().stream()
        .filter(points -> points.code().equals(part))
        .findFirst()
        .map(points -> Cell.points(points.points(), words.language()))
        .orElseGet(() -> Cell.notStated(words.language()));
  }

  private static Cell signed(java.math.BigDecimal gap, Wording words) {
    String sign = gap.signum() > 0 ? "+" : "";
    return Cell.of(gap.toPlainString(), sign + words.language().points(gap));
  }
}
