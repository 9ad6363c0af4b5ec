package dev.paca.benchmarks.result;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.paca.cli.console.Cell;
import dev.paca.cli.console.Column;
import dev.paca.cli.console.Console;
import dev.paca.cli.console.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * One table of figures, in the three forms in which it is given out: on the console, as Markdown
 * and as JSON; and what has to be known to read it.
 */
public final class Sheet {
  private static final String NUMBER = "-?[0-9]+(\\.[0-9]+)?";

  private final List<Column> columns;
  private final List<List<Cell>> rows = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  public Sheet(Column... columns) {
    this.columns = List.of(columns);
  }

  /** A number as {@link String#format} shows it; what is not known (NaN) is empty. */
  public static Cell number(String form, double value) {
    if (Double.isNaN(value)) {
      return Cell.text("");
    }
    String shown = String.format(Locale.ROOT, form, value);
    return Cell.of(shown.replace(",", ""), shown);
  }

  /** A whole number. */
  public static Cell number(long value) {
    return Cell.of(Long.toString(value), String.format(Locale.ROOT, "%,d", value));
  }

  public Sheet row(List<Cell> cells) {
    if (cells.size() != columns.size()) {
      throw new IllegalArgumentException(cells.size() + " cells for " + columns.size());
    }
    rows.add(List.copyOf(cells));
    return this;
  }

  public Sheet row(Cell... cells) {
    return row(List.of(cells));
  }

  /** What the figures are and are not, in one sentence. */
  public Sheet note(String sentence) {
    notes.add(sentence);
    return this;
  }

  public List<List<Cell>> rows() {
    return Collections.unmodifiableList(rows);
  }

  /** The table to stdout, the notes around it. */
  public void print(Console console) {
    Table table = new Table(columns);
    rows.forEach(table::row);
    table.print(console);
    notes.forEach(console::caption);
  }

  public String markdown() {
    StringBuilder text = new StringBuilder();
    line(text, columns.stream().map(Column::heading).toList());
    line(text, columns.stream().map(each -> isNumber(each) ? "---:" : "---").toList());
    rows.forEach(row -> line(text, row.stream().map(Cell::shown).toList()));
    notes.forEach(note -> text.append('\n').append(note).append('\n'));
    return text.toString();
  }

  private static void line(StringBuilder text, List<String> cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private boolean isNumber(Column column) {
    int i = columns.indexOf(column);
    List<String> said =
        rows.stream().map(row -> row.get(i).value()).filter(value -> !value.isEmpty()).toList();
    return !said.isEmpty() && said.stream().allMatch(value -> value.matches(NUMBER));
  }

  /** {@code rows}, each by its columns' keys; what is not known is absent. And the notes. */
  public void writeTo(ObjectNode json) {
    ArrayNode written = json.putArray("rows");
    for (List<Cell> row : rows) {
      ObjectNode fields = written.addObject();
      for (int i = 0; i < columns.size(); i++) {
        String value = row.get(i).value();
        if (value.matches(NUMBER)) {
          fields.put(columns.get(i).key(), new BigDecimal(value));
        } else if (!value.isEmpty()) {
          fields.put(columns.get(i).key(), value);
        }
      }
    }
    ArrayNode said = json.putArray("notes");
    notes.forEach(said::add);
  }
}
