package dev.paca.cli.console;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/** Rows under headings: aligned on a terminal, tab-separated with whole values where piped. */
public final class Table {
  private final List<Column> columns;
  private final List<List<Cell>> rows = new ArrayList<>();

  public Table(List<Column> columns) {
    this.columns = List.copyOf(columns);
  }

  public void row(Cell... cells) {
    row(List.of(cells));
  }

  public void row(List<Cell> cells) {
    if (cells.size() != columns.size()) {
      throw new IllegalArgumentException(cells.size() + " cells for " + columns.size());
    }
    rows.add(List.copyOf(cells));
  }

  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /** Prints to stdout; on a terminal, says which columns had no room. */
  public void print(Console console) {
    if (console.outIsTerminal()) {
      new Layout(columns, rows, console.columns()).print(console);
    } else {
      printTabbed(console);
    }
  }

  private void printTabbed(Console console) {
    console.out().println(String.join("\t", columns.stream().map(Column::key).toList()));
    for (List<Cell> row : rows) {
      console.out().println(String.join("\t", row.stream().map(Table::tabbed).toList()));
    }
  }

  // A tab or line break inside a value would shift every column after it.
  private static String tabbed(Cell cell) {
    return Normalizer.normalize(cell.value(), Normalizer.Form.NFC).replaceAll("[\\t\\r\\n]+", " ");
  }
}
