package dev.paca.cli.query;

import dev.paca.cli.console.Cell;
import dev.paca.cli.console.Column;
import dev.paca.cli.console.Table;
import dev.paca.cli.console.Tone;
import dev.paca.scoring.report.Filed;
import dev.paca.streams.query.FreshnessView;
import dev.paca.streams.query.FreshnessView.Newest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Freshness as tables: every province, or the agencies of some. */
record FreshnessTables(Wording words) {

  Table provinces(FreshnessView freshness) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text("province", words.of("MÃ", "CODE")));
    columns.add(Column.text("name", words.of("TỈNH", "PROVINCE")));
    columns.addAll(newestColumns());
    columns.add(
        Column.text("neverReported", words.of("CHƯA TỪNG BÁO CÁO", "NEVER REPORTED")).droppedAt(9));
    Table table = new Table(columns);
    for (FreshnessView.ProvinceRow row : freshness.provinces()) {
      List<Cell> cells = new ArrayList<>();
      cells.add(Cell.text(row.province()));
      cells.add(Cell.text(row.name()).in(Tone.STRONG));
      cells.addAll(newest(row.freshness()));
      cells.add(neverReported(row));
      table.row(cells);
    }
    return table;
  }

  Table agencies(FreshnessView freshness) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text("province", words.of("MÃ", "CODE")).droppedAt(6));
    columns.add(Column.text("agencyKind", words.of("LOẠI", "KIND")));
    columns.add(Column.text("agency", words.of("CƠ QUAN", "AGENCY")));
    columns.addAll(newestColumns());
    Table table = new Table(columns);
    for (FreshnessView.ProvinceRow row : freshness.provinces()) {
      for (FreshnessView.Kind kind : row.kinds()) {
        if (kind.freshness() == null) {
          table.row(cells(row, kind.agencyKind(), "", null));
        }
      }
      for (FreshnessView.Agency each : row.agencies()) {
        table.row(cells(row, each.agencyKind(), each.agency(), each.freshness()));
      }
    }
    return table;
  }

  private List<Cell> cells(
      FreshnessView.ProvinceRow row, String kind, String agency, Newest newest) {
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.text(row.province()));
    cells.add(Cell.of(kind, new KindWords(words).of(kind)));
    cells.add(agency.isEmpty() ? Cell.of("", "–") : Cell.text(agency).in(Tone.STRONG));
    cells.addAll(newest(newest));
    return cells;
  }

  private List<Column> newestColumns() {
    return List.of(
        Column.number("receivedDaysAgo", words.of("IM LẶNG (NGÀY)", "DAYS SILENT")),
        Column.text("receivedAt", words.of("NHẬN LẦN CUỐI", "LAST RECEIVED")).droppedAt(5),
        Column.text("occurredOn", words.of("VIỆC MỚI NHẤT", "LAST OCCURRED")).droppedAt(4),
        Column.number("reports", words.of("BÁO CÁO", "REPORTS")).droppedAt(3));
  }

  private List<Cell> newest(Newest newest) {
    if (newest == null) {
      return List.of(
          Cell.of("", words.of("chưa từng", "never")).in(Tone.ALERT),
          Cell.of("", "–"),
          Cell.of("", "–"),
          Cell.of(0, "0"));
    }
    return List.of(
        Cell.of(newest.receivedDaysAgo(), words.language().amount(newest.receivedDaysAgo())),
        Cell.of(newest.receivedAt(), words.language().date(day(newest.receivedAt()))),
        Cell.of(newest.occurredOn(), words.language().date(newest.occurredOn())),
        Cell.amount(newest.reports(), words.language()));
  }

  /** As days are counted: in Viet Nam. */
  private static String day(String instant) {
    return Filed.dateOf(Instant.parse(instant).toEpochMilli()).toString();
  }

  private Cell neverReported(FreshnessView.ProvinceRow row) {
    List<String> kinds =
        row.kinds().stream()
            .filter(kind -> kind.freshness() == null)
            .map(FreshnessView.Kind::agencyKind)
            .toList();
    return Cell.of(
        String.join(",", kinds),
        kinds.isEmpty()
            ? "–"
            : kinds.stream().map(new KindWords(words)::of).collect(Collectors.joining(", ")));
  }
}
