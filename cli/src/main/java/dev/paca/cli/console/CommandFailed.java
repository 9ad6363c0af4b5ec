package dev.paca.cli.console;

/** The command could not do what was asked; the message is the one line the person sees. */
public final class CommandFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what was wrong and what would be right, in one line
   */
  public CommandFailed(String message) {
    super(message);
  }

  public CommandFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
