package dev.paca.local;

/** A part of the local cluster could not be started or stopped; the message says which and why. */
public class LocalFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LocalFailure(String message) {
    super(message);
  }

  LocalFailure(String message, Throwable cause) {
    super(message, cause);
  }

  /** Another process got hold of a port between its choice and its use: worth another try. */
  static final class PortTaken extends LocalFailure {
    private static final long serialVersionUID = 1L;

    PortTaken(String message) {
      super(message);
    }
  }
}
