package dev.paca.cli.rejected;

/** Somebody replayed the record before; nothing was published now. */
final class AlreadyReplayed extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Replayed first;

  AlreadyReplayed(Replayed first) {
    super(first.record().getRejected() + " was replayed before");
    this.first = first;
  }

  Replayed first() {
    return first;
  }
}
