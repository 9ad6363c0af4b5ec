package dev.paca.producers.files;

/** From some row on a file cannot be read at all. The message may be shown. */
final class UnreadableFile extends Exception {
  private static final long serialVersionUID = 1L;

  private final long row;

  UnreadableFile(long row, String message) {
    super(message);
    this.row = row;
  }

  /** The row at which reading ended. */
  long row() {
    return row;
  }
}
