package dev.paca.cli.console;

/** A bar on stderr for work that takes long; nothing at all where stderr is not a terminal. */
public final class Progress implements AutoCloseable {
  private static final int CELLS = 24;

  private final Console console;
  private final String label;
  private final long total;
  private int shownCells = -1;

  /**
   * @param total in the unit of {@link #at}
   */
  public Progress(Console console, String label, long total) {
    this.console = console;
    this.label = label;
    this.total = Math.max(1, total);
  }

  /** How much is done; draws only when the bar grows. */
  public void at(long done) {
    int cells = (int) Math.min(CELLS, done * CELLS / total);
    if (!console.errIsTerminal() || cells == shownCells) {
      return;
    }
    shownCells = cells;
    String bar = "█".repeat(cells) + "░".repeat(CELLS - cells);
    console.err().print("\r" + label + " " + bar + " " + Math.min(100, done * 100 / total) + " %");
    console.err().flush();
  }

  /** Takes the bar away, so that what follows starts on a clean line. */
  @Override
  public void close() {
    if (shownCells >= 0) {
      console.err().print("\r\u001b[2K");
      console.err().flush();
    }
  }
}
