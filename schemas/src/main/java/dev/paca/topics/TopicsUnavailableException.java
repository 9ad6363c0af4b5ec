package dev.paca.topics;

/** The cluster did not make or describe topics; the message says which and why. */
public final class TopicsUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TopicsUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
