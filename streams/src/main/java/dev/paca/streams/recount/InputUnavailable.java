package dev.paca.streams.recount;

/** The input cannot be reached or read; the message is one line for a user. */
public final class InputUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what cannot be reached or read, and what would be right
   */
  public InputUnavailable(String message) {
    super(message);
  }

  public InputUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
