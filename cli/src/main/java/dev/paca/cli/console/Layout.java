package dev.paca.cli.console;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Fits a table into a terminal: gives up columns, then wraps long text; never a number. */
final class Layout {
  private static final String GAP = "  ";
  private static final int SHORTEST_LONG_TEXT = 12;

  private final List<Column> columns;
  private final List<List<Cell>> rows;
  private final int[] widths;
  private final boolean[] dropped;

  Layout(List<Column> columns, List<List<Cell>> rows, int room) {
    this.columns = columns;
    this.rows = rows;
    this.widths = IntStream.range(0, columns.size()).map(this::natural).toArray();
    this.dropped = new boolean[columns.size()];
    fit(room);
  }

  void print(Console console) {
    print(console, i -> columns.get(i).heading(), i -> Tone.DIM);
    for (List<Cell> row : rows) {
      print(console, i -> row.get(i).shown(), i -> row.get(i).tone());
    }
    String missing =
        kept(false).mapToObj(i -> columns.get(i).heading()).collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      console.say(Tone.DIM.of("(no room for " + missing + "; piped or --json has all)", console));
    }
  }

  private void fit(int room) {
    List<Integer> order =
        IntStream.range(0, columns.size())
            .boxed()
            .filter(i -> columns.get(i).drop() > 0)
            .sorted(Comparator.comparing((Integer i) -> columns.get(i).drop()).reversed())
            .toList();
    for (int i : order) {
      if (needed(true) <= room) {
        break;
      }
      dropped[i] = true;
    }
    kept(true).filter(this::isLong).forEach(i -> shorten(i, needed(false) - room));
  }

  // While columns are being given up, long text counts with the least room it should keep.
  private int needed(boolean shortened) {
    int cells =
        kept(true)
            .map(i -> shortened && isLong(i) ? Math.min(widths[i], longest(i)) : widths[i])
            .sum();
    return cells + GAP.length() * Math.max(0, (int) kept(true).count() - 1);
  }

  private int longest(int i) {
    return Math.max(SHORTEST_LONG_TEXT * 2, Width.of(columns.get(i).heading()));
  }

  private void shorten(int i, int tooMuch) {
    if (tooMuch > 0) {
      widths[i] = Math.max(SHORTEST_LONG_TEXT, widths[i] - tooMuch);
    }
  }

  /** One row, on as many lines as its longest text takes. */
  private void print(Console console, IntFunction<String> text, IntFunction<Tone> tone) {
    Map<Integer, List<String>> cells = new HashMap<>();
    kept(true).forEach(i -> cells.put(i, lines(i, text.apply(i))));
    int height = cells.values().stream().mapToInt(List::size).max().orElse(0);
    for (int line = 0; line < height; line++) {
      int at = line;
      String printed =
          kept(true)
              .mapToObj(i -> tone.apply(i).of(padded(i, lineOf(cells.get(i), at)), console))
              .collect(Collectors.joining(GAP));
      console.out().println(printed.stripTrailing());
    }
  }

  private List<String> lines(int i, String text) {
    return isLong(i)
        ? Width.wrap(text, widths[i])
        : List.of(Normalizer.normalize(text, Normalizer.Form.NFC));
  }

  private static String lineOf(List<String> lines, int line) {
    return line < lines.size() ? lines.get(line) : "";
  }

  private String padded(int i, String text) {
    String pad = " ".repeat(Math.max(0, widths[i] - Width.of(text)));
    return columns.get(i).kind() == Column.Kind.NUMBER ? pad + text : text + pad;
  }

  private int natural(int i) {
    int widest = rows.stream().mapToInt(row -> Width.of(row.get(i).shown())).max().orElse(0);
    return Math.max(widest, Width.of(columns.get(i).heading()));
  }

  private boolean isLong(int i) {
    return columns.get(i).kind() == Column.Kind.LONG_TEXT;
  }

  private IntStream kept(boolean wanted) {
    return IntStream.range(0, columns.size()).filter(i -> dropped[i] != wanted);
  }
}
