package dev.paca.cli.console;

/**
 * One column of a table.
 *
 * @param key heading where the table is piped, stable for scripts
 * @param heading heading on a terminal
 * @param drop 0 for a column that always stays; where room is short the highest goes first
 */
public record Column(String key, String heading, Kind kind, int drop) {

  enum Kind {
    /** To the left, whole. */
    TEXT,
    /** To the left; wraps onto further lines where room is short. */
    LONG_TEXT,
    /** To the right, never cut or wrapped. */
    NUMBER
  }

  public static Column text(String key, String heading) {
    return new Column(key, heading, Kind.TEXT, 0);
  }

  public static Column longText(String key, String heading) {
    return new Column(key, heading, Kind.LONG_TEXT, 0);
  }

  public static Column number(String key, String heading) {
    return new Column(key, heading, Kind.NUMBER, 0);
  }

  /** The same column, given up where room is short: the higher, the earlier. */
  public Column droppedAt(int order) {
    return new Column(key, heading, kind, order);
  }
}
