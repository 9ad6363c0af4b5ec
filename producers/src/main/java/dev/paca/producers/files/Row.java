package dev.paca.producers.files;

import dev.paca.producers.form.Entry;
import java.util.List;

/**
 * One row of a file.
 *
 * @param number as a spreadsheet shows it: the first row is 1, a row with line breaks in a cell is
 *     one row, an empty row counts
 */
record Row(long number, List<Entry> cells) {

  boolean isBlank() {
    return cells.stream().allMatch(Row::isBlank);
  }

  static boolean isBlank(Entry cell) {
    return cell instanceof Entry.Text text && text.text().isBlank();
  }

  /** A column as spreadsheets name it, A for 0. */
  static String letters(int column) {
    String last = String.valueOf((char) ('A' + column % 26));
    return column < 26 ? last : letters(column / 26 - 1) + last;
  }
}
