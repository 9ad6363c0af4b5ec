package dev.paca.streams.page;

/** A view that cannot be shown; carries the page to show instead. */
final class NothingHere extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Notice notice;

  NothingHere(Notice notice) {
    super(notice.title());
    this.notice = notice;
  }

  Notice notice() {
    return notice;
  }
}
