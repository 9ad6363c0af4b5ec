package dev.paca.producers.files;

import dev.paca.problems.Problem;
import dev.paca.problems.ProblemCode;
import dev.paca.producers.form.Entry;
import dev.paca.producers.form.ReportForm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The first row of a file: which column is which field.
 *
 * @param names in the order of the columns; empty for a column without a name
 */
record Header(List<String> names) {

  static Header of(Row first) {
    return new Header(first.cells().stream().map(Header::name).toList());
  }

  private static String name(Entry cell) {
    if (cell instanceof Entry.Text text) {
      return text.text().strip();
    }
    // It is no field's name, and so is told as an unknown column.
    return cell instanceof Entry.Numeral number ? number.literal() : "\uFFFD";
  }

  /** The names that are there. */
  List<String> stated() {
    return names.stream().filter(name -> !name.isEmpty()).toList();
  }

  /** Why the columns are not those of the form's type; empty when they are. */
  List<Problem> problems(ReportForm form) {
    List<Problem> problems = new ArrayList<>();
    Map<String, Integer> seen = new LinkedHashMap<>();
    for (int column = 0; column < names.size(); column++) {
      String name = names.get(column);
      Integer before = name.isEmpty() ? null : seen.putIfAbsent(name, column);
      if (before != null) {
        String both = Row.letters(before) + " and " + Row.letters(column);
        problems.add(wrong(name, "columns " + both + " are both called " + name + "; keep one"));
      } else if (!name.isEmpty() && !form.fields().contains(name)) {
        String at = "column " + Row.letters(column) + ": ";
        problems.add(wrong(name, at + form.unknown(name).message()));
      }
    }
    for (String required : form.required()) {
      if (!seen.containsKey(required)) {
        problems.add(wrong(required, "the column " + required + " is missing"));
      }
    }
    return problems;
  }

  private static Problem wrong(String column, String message) {
    return new Problem(column, ProblemCode.BAD_HEADER, message);
  }

  /** A row's cells by field; a cell beyond the named columns under its column's letters. */
  Map<String, Entry> entries(Row row, ReportForm form) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (int column = 0; column < row.cells().size(); column++) {
      Entry cell = row.cells().get(column);
      String name = column < names.size() ? names.get(column) : "";
      if (!name.isEmpty()) {
        entries.put(name, asStated(name, cell, form));
      } else if (!Row.isBlank(cell)) {
        entries.put("column " + Row.letters(column), cell);
      }
    }
    return entries;
  }

  /**
   * Spreadsheets make numbers of ids and codes that look like one; of a province's code they take
   * the leading zero, which is given back.
   */
  private static Entry asStated(String name, Entry cell, ReportForm form) {
    if (!(cell instanceof Entry.Numeral number) || form.takesNumbers(name)) {
      return cell;
    }
    boolean lostItsZero = name.equals("province") && number.literal().length() == 1;
    return Entry.text(lostItsZero ? "0" + number.literal() : number.literal());
  }
}
