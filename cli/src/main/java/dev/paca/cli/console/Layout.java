package dev.paca.cli.console;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Fits a table into a terminal: gives up columns first, then cuts long text; never a number. */
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
    console.out().println(line(console, i -> columns.get(i).heading(), i -> Tone.DIM));
    for (List<Cell> row : rows) {
      console.out().println(line(console, i -> row.get(i).shown(), i -> row.get(i).tone()));
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

  // While columns are being given up, long text counts with the least it can be cut to.
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

  private String line(
      Console console,
      java.util.function.IntFunction<String> text,
      java.util.function.IntFunction<Tone> tone) {
    return kept(true)
        .mapToObj(i -> tone.apply(i).of(padded(i, text.apply(i)), console))
        .collect(Collectors.joining(GAP))
        .stripTrailing();
  }

  private String padded(int i, String text) {
    String whole = Normalizer.normalize(text, Normalizer.Form.NFC);
    String cut = isLong(i) ? Width.cut(whole, widths[i]) : whole;
    String pad = " ".repeat(Math.max(0, widths[i] - Width.of(cut)));
    return columns.get(i).kind() == Column.Kind.NUMBER ? pad + cut : cut + pad;
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
