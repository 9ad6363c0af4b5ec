package dev.paca.producers.publish;

/**
 * A report that is not on its topic, as far as we know. Publishing it again is always safe: a
 * repeat changes nothing. The message is one line for people and holds no exception text.
 */
public final class PublishFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Whose fault it is, and so what to do. */
  public enum Reason {
    /** The broker did not answer or acknowledge in time: try again. */
    BROKER,
    /** The schema registry did not answer: try again. */
    REGISTRY,
    /** The topic is not there or may not be written: mend the set-up. */
    SETUP,
    /** The report itself cannot be published: mend it. */
    REPORT,
    /** The publisher is closed. */
    CLOSED
  }

  private final Reason reason;

  PublishFailed(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
