package dev.paca.streams.query;

import dev.paca.problems.ProblemCode;

/** A question that cannot be answered; the message is meant for the person who asked. */
public final class QueryRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ProblemCode code;

  public QueryRefused(ProblemCode code, String message) {
    super(message);
    this.code = code;
  }

  public ProblemCode code() {
    return code;
  }
}
